using System.Text.Json;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>How the steps of the waterfall are named in an address: an outcome, or <c>entered</c> for all lines.</summary>
internal static class WaterfallStepName
{
    private const string Entered = "entered";

    private static readonly Dictionary<string, LineOutcome?> Steps =
        Enum.GetValues<LineOutcome>().Cast<LineOutcome?>().Prepend(null).ToDictionary(Of, step => step);

    public static string Of(LineOutcome? step) =>
        step is { } outcome ? JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.ToString()) : Entered;

    public static bool TryParse(string name, out LineOutcome? step) => Steps.TryGetValue(name, out step);
}
