namespace CompetencyPortal.Domain.Competencies;

/// <summary>
/// The class of a partner's country, by which revenue thresholds differ. A country that nobody has
/// classified has no market; that is expressed by <see langword="null"/>, never by a third value.
/// </summary>
public enum Market
{
    /// <summary>A developed market.</summary>
    Developed,

    /// <summary>A developing market.</summary>
    Developing,
}
