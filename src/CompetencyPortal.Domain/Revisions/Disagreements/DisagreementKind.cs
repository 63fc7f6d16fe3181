namespace CompetencyPortal.Domain.Revisions.Disagreements;

/// <summary>What a requirement page and the rule disagree on; it decides what <see cref="PageDisagreement.Says"/> and <see cref="PageDisagreement.Rule"/> hold.</summary>
public enum DisagreementKind
{
    /// <summary>The amount of a threshold: two <see cref="StatedValue.Amount"/>s.</summary>
    Amount,

    /// <summary>How many people, or which of them: <see cref="StatedValue.People"/>, or null where the page's words give no number.</summary>
    People,

    /// <summary>Which credential is asked for: two <see cref="StatedValue.Credential"/>s.</summary>
    Credential,

    /// <summary>The title of a credential: two <see cref="StatedValue.Name"/>s, of what the title is about.</summary>
    Title,

    /// <summary>A product: two <see cref="StatedValue.Name"/>s.</summary>
    Product,

    /// <summary>The association that lets revenue count: two <see cref="StatedValue.Name"/>s.</summary>
    Association,

    /// <summary>A date of credentials: <see cref="StatedValue.Day"/>s, null where no such date is known.</summary>
    Date,

    /// <summary>What is measured against the threshold; the note says how.</summary>
    Measure,

    /// <summary>A heading; the note says how.</summary>
    Heading,

    /// <summary>The way the text is set out; the note says how.</summary>
    Layout,

    /// <summary>The revision: the page's version, and the version that is in force on that day, null if none.</summary>
    Revision,
}
