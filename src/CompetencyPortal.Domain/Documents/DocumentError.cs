namespace CompetencyPortal.Domain.Documents;

/// <summary>What is wrong at one place of a JSON document.</summary>
/// <param name="Path">The place, such as <c>people[3].credentials[0].code</c>; empty for the document itself.</param>
/// <param name="Message">What is wrong there and what to do, in English.</param>
public sealed record DocumentError(string Path, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Path.Length == 0 ? $"The document {Message}" : $"{Path}: {Message}";
}
