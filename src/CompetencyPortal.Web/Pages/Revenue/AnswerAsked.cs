using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Pages.Options;

namespace CompetencyPortal.Web.Pages.Revenue;

/// <summary>The lines that a list is narrowed to by what became of them: those of one outcome, or all that do not count.</summary>
public readonly record struct AnswerAsked(LineOutcome? Outcome)
{
    /// <summary>Whatever keeps a line from counting, in an address.</summary>
    public const string NotCounted = "not-counted";

    /// <summary>Reads an answer from an address; none is read as null. False if the text is none.</summary>
    public static bool TryParse(string? text, out AnswerAsked? answer)
    {
        answer = text is NotCounted ? new AnswerAsked(null) : null;
        if (text is null or "" or NotCounted)
        {
            return true;
        }

        if (!WaterfallStepName.TryParse(text, out var step) || step is not { } outcome)
        {
            return false;
        }

        answer = new AnswerAsked(outcome);
        return true;
    }

    public bool Has(LineOutcome outcome) => Outcome is { } one ? outcome == one : outcome is not LineOutcome.Counted;

    /// <inheritdoc/>
    public override string ToString() => Outcome is { } outcome ? WaterfallStepName.Of(outcome) : NotCounted;
}
