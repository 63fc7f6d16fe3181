namespace CompetencyPortal.Domain.Credentials;

/// <summary>An exam, a certification or an assessment that a person can pass.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its title; a name, never translated.</param>
/// <param name="FirstSat">The first day it can be passed, inclusive; null if it always could.</param>
/// <param name="LastSat">The last day it could be passed, inclusive; null if it still can be.</param>
/// <param name="CountsUntil">The last day on which a pass counts, inclusive; null if it counts without end.</param>
public sealed record Credential(CredentialCode Code, string Title, DateOnly? FirstSat = null, DateOnly? LastSat = null, DateOnly? CountsUntil = null)
{
    /// <summary>Whether it could be passed on <paramref name="day"/>; a pass of another day is an entry error.</summary>
    public bool CanBeSatOn(DateOnly day) => day >= (FirstSat ?? DateOnly.MinValue) && day <= (LastSat ?? DateOnly.MaxValue);

    /// <summary>Whether a pass of <paramref name="passedOn"/> counts on <paramref name="asOf"/>: passed by then, and not past <see cref="CountsUntil"/>.</summary>
    public bool Counts(DateOnly passedOn, DateOnly asOf) => passedOn <= asOf && asOf <= (CountsUntil ?? DateOnly.MaxValue);
}
