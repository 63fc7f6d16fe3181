namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Everything that is shown as a badge: always an icon and a word, never a colour alone.</summary>
public enum Status
{
    Met,
    NotMet,
    Undetermined,
    NotYetInForce,
    InForce,
    Announced,
    Ended,
    Draft,
}
