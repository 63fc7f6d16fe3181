namespace CompetencyPortal.Web.Pages.People.Matrix;

/// <summary>Which people the matrix shows.</summary>
public enum Audience
{
    /// <summary>Those employed on the as-of date who hold something of what is asked for: all who fit, and all who nearly fit.</summary>
    Holding,

    /// <summary>Those employed on the as-of date.</summary>
    Employed,

    /// <summary>Everybody, employed or not.</summary>
    Everybody,
}
