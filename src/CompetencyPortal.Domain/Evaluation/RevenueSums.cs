namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Sums of revenue by outcome, in US dollars; together they are all revenue entered.</summary>
public record struct RevenueSums
{
    /// <summary>What counts; may be negative where credits outweigh.</summary>
    public decimal Counted { get; private set; }

    /// <summary>What other products brought.</summary>
    public decimal Product { get; private set; }

    /// <summary>What is existing business where only net new revenue counts.</summary>
    public decimal NetNew { get; private set; }

    /// <summary>What lies outside the window.</summary>
    public decimal Window { get; private set; }

    /// <summary>What customers brought that are not associated as required.</summary>
    public decimal Association { get; private set; }

    /// <summary>All revenue entered, whatever became of it.</summary>
    public readonly decimal Entered => Product + NetNew + Window + Association + Counted;

    /// <summary>The sum for one outcome.</summary>
    public readonly decimal Of(LineOutcome outcome) => outcome switch
    {
        LineOutcome.Counted => Counted,
        LineOutcome.Product => Product,
        LineOutcome.NetNew => NetNew,
        LineOutcome.Window => Window,
        LineOutcome.Association => Association,
    };

    internal void Add(LineOutcome outcome, decimal amount)
    {
        switch (outcome)
        {
            case LineOutcome.Counted:
                Counted += amount;
                break;
            case LineOutcome.Product:
                Product += amount;
                break;
            case LineOutcome.NetNew:
                NetNew += amount;
                break;
            case LineOutcome.Window:
                Window += amount;
                break;
            case LineOutcome.Association:
                Association += amount;
                break;
        }
    }
}
