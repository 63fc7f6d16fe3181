namespace CompetencyPortal.Web.Infrastructure;

/// <summary>The form a counted noun takes; the last part of a plural text's key (<c>People.Count.Few</c>).</summary>
public enum PluralForm
{
    One,
    Few,
    Many,
    Other,
}
