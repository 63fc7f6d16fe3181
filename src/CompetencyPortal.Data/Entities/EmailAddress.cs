using System.Diagnostics.CodeAnalysis;

using CompetencyPortal.Data.Mail;

namespace CompetencyPortal.Data.Entities;

/// <summary>
/// The address by which an organisation's systems know one of its people. It normalises itself to lower case without
/// surrounding blanks, so that it is equal and unique alike on every provider. The default value is no address.
/// </summary>
public readonly record struct EmailAddress
{
    public const int MaxLength = 254;

    private EmailAddress(string value) => Value = value;

    /// <summary>The normalised address.</summary>
    public string Value { get; }

    /// <summary>Reads an address as people type it.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is not one address and nothing else.</exception>
    public static EmailAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException($"“{text}” is not an e-mail address of at most {MaxLength} characters.");

    /// <summary>Reads an address as people type it; false if <see cref="Parse"/> would refuse it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out EmailAddress address)
    {
        var value = text?.Trim().ToLowerInvariant();
        var valid = value is { Length: > 0 and <= MaxLength } && Recipient.IsAddress(value);
        address = valid ? new EmailAddress(value!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
