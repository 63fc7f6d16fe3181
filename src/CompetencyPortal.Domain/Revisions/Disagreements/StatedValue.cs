using CompetencyPortal.Domain.Credentials;

namespace CompetencyPortal.Domain.Revisions.Disagreements;

/// <summary>What a page or a rule states, without the words of any language, so that a sentence can be made of it in each.</summary>
public abstract record StatedValue
{
    private StatedValue()
    {
    }

    /// <summary>An amount in US dollars.</summary>
    public sealed record Amount(decimal Dollars) : StatedValue;

    /// <summary>A number of people.</summary>
    public sealed record People(int Count) : StatedValue;

    /// <summary>A credential.</summary>
    public sealed record Credential(CredentialCode Code) : StatedValue;

    /// <summary>A day; a month named without a day is its first.</summary>
    public sealed record Day(DateOnly Date) : StatedValue;

    /// <summary>The name of a product or an association; a name, never translated.</summary>
    public sealed record Name(string Text) : StatedValue;
}
