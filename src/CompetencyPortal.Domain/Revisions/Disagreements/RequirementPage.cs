namespace CompetencyPortal.Domain.Revisions.Disagreements;

/// <summary>The text of one competency's requirements in one language and one version.</summary>
/// <param name="Locale">Its language and country, such as <c>fr-FR</c>.</param>
/// <param name="Competency">The code of the competency that it states.</param>
/// <param name="Version">The day on which the English text was handed to translation.</param>
public sealed record RequirementPage(string Locale, string Competency, DateOnly Version)
{
    /// <summary>The locale of the text from which every other is translated.</summary>
    public const string SourceLocale = "en-US";

    /// <summary>The English text of the same competency and version.</summary>
    public RequirementPage InEnglish() => this with { Locale = SourceLocale };

    /// <inheritdoc/>
    public override string ToString() => $"{Locale} {Competency} {Version:yyyy-MM-dd}";
}
