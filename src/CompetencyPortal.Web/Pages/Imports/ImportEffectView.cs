namespace CompetencyPortal.Web.Pages.Imports;

/// <summary>What an import would do to one option.</summary>
/// <param name="Competency">The competency's code.</param>
/// <param name="Option">The option's code.</param>
/// <param name="Sentence">What becomes of its tier.</param>
/// <param name="IsWorse">Whether the tier falls.</param>
/// <param name="IsOtherTier">Whether the tier changes at all.</param>
/// <param name="Figures">The figures that change.</param>
public sealed record ImportEffectView(string Competency, string Option, string Sentence, bool IsWorse, bool IsOtherTier, IReadOnlyList<ImportEffectView.Figure> Figures)
{
    /// <param name="Name">What is counted, and for which tier.</param>
    /// <param name="Before">How much now.</param>
    /// <param name="After">How much after the import.</param>
    /// <param name="Required">How much is asked for; empty where no amount is stated.</param>
    public sealed record Figure(string Name, string Before, string After, string Required);
}
