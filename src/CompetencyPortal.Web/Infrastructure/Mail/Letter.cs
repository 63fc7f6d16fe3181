namespace CompetencyPortal.Web.Infrastructure.Mail;

/// <summary>What a mail says, in its reader's language; greeting and close are added by <see cref="Letters"/>.</summary>
/// <param name="Subject">One line, which may stand in a log or a list: nothing secret.</param>
/// <param name="Paragraphs">Plain text; a link is a paragraph of its own.</param>
public sealed record Letter(string Subject, params IReadOnlyList<string> Paragraphs);
