namespace CompetencyPortal.Domain.Revisions;

/// <summary>What the dates of a revision rest on.</summary>
public enum RevisionDating
{
    /// <summary>The document or its publisher states them.</summary>
    Statement,

    /// <summary>
    /// The day the text was handed to translation, taken as both published and effective: nothing better is known.
    /// </summary>
    TranslationHandOff,
}
