namespace CompetencyPortal.Domain.Evaluation;

/// <summary>What one reason takes from the revenue that the reasons before it left.</summary>
/// <param name="Reason">The reason; never <see cref="LineOutcome.Counted"/>.</param>
/// <param name="Amount">The sum of the lines that it excludes; negative where credits outweigh.</param>
/// <param name="Remaining">What is left after it.</param>
public readonly record struct WaterfallStep(LineOutcome Reason, decimal Amount, decimal Remaining);
