using System.Collections.Immutable;
using System.Globalization;

namespace CompetencyPortal.Data.Imports;

/// <summary>One thing that is wrong with a file or a row, to be put into words by whoever shows it.</summary>
/// <param name="Code">What it is.</param>
/// <param name="Column">The column that it is about; null where it is about the whole.</param>
/// <param name="Arguments">What the words need; see <see cref="ImportErrorCode"/>. Days are ISO, numbers invariant.</param>
public sealed record ImportError(ImportErrorCode Code, ImportColumn? Column, ImmutableArray<string> Arguments)
{
    /// <summary>The most characters of a cell that an argument repeats.</summary>
    private const int Repeated = 100;

    public static ImportError Of(ImportErrorCode code, ImportColumn? column, params ReadOnlySpan<object> arguments)
    {
        var texts = ImmutableArray.CreateBuilder<string>(arguments.Length);
        foreach (var argument in arguments)
        {
            texts.Add(Shortened(Convert.ToString(argument, CultureInfo.InvariantCulture) ?? ""));
        }

        return new ImportError(code, column, texts.MoveToImmutable());
    }

    /// <summary>The text, shortened to what a message can repeat; never half a character.</summary>
    internal static string Shortened(string text) => text.Length <= Repeated
        ? text
        : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[Repeated - 2]) ? Repeated - 2 : Repeated - 1), "…");

    /// <inheritdoc/>
    public bool Equals(ImportError? other) =>
        other is not null && Code == other.Code && Column == other.Column && Arguments.AsSpan().SequenceEqual(other.Arguments.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Column, Arguments.Length);
}
