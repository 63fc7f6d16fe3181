namespace CompetencyPortal.Domain.Revisions.Disagreements;

/// <summary>What two values side by side do not tell about a disagreement.</summary>
public enum DisagreementNote
{
    /// <summary>A market's heading speaks of marketing.</summary>
    MarketingForMarket,

    /// <summary>The option's name lacks a part of it.</summary>
    OptionNameShortened,

    /// <summary>A list that belongs beside the previous one is set below its last entry.</summary>
    NestedUnderPreviousList,

    /// <summary>One person is spoken of as several.</summary>
    SamePersonInPlural,

    /// <summary>The page does not say that each of the people must pass.</summary>
    EachLeftOut,

    /// <summary>The page does not say that the amount is a minimum.</summary>
    AtLeastLeftOut,

    /// <summary>The page speaks of profit where the rule measures revenue.</summary>
    ProfitForRevenue,

    /// <summary>The page asks for new revenue, the rule for net new revenue.</summary>
    NetLeftOut,

    /// <summary>The page narrows the association to some products.</summary>
    AssociationByProduct,

    /// <summary>The date is the first on which the credential can be sat.</summary>
    CanBeSatFrom,

    /// <summary>The date is the last on which the credentials could be sat.</summary>
    LastSat,

    /// <summary>The date is the last on which the credentials count.</summary>
    CountsUntil,

    /// <summary>The page states requirements that are deliberately not part of the built-in rulebook.</summary>
    NotBuiltIn,
}
