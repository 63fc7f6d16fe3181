namespace CompetencyPortal.Web.Infrastructure;

/// <summary>How the reader wants the pages to look.</summary>
public enum Theme
{
    /// <summary>As the operating system says, the default.</summary>
    System,
    Light,
    Dark,

    /// <summary>More contrast; light or dark as the operating system says.</summary>
    HighContrast,
}
