using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;

namespace CompetencyPortal.Data.Mail;

/// <summary>What can stand where a mail's recipient stands.</summary>
public static class Recipient
{
    /// <summary>Whether a text is one address and nothing else: no name, no second address, and nothing that ends a header's line.</summary>
    public static bool IsAddress([NotNullWhen(true)] string? text) =>
        text is not null && !text.Any(char.IsControl) && text.Count(character => character is '@') is 1 && MailAddress.TryCreate(text, out var address) && address.Address == text;
}
