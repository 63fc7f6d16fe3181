namespace CompetencyPortal.Web.Pages.Account.Passkeys;

/// <summary>The button that asks for a passkey, for <c>_PasskeySignIn</c>.</summary>
/// <param name="Page">The page that judges the answer.</param>
/// <param name="ReturnUrl">Where the person came from.</param>
public sealed record PasskeyProof(string Page, string? ReturnUrl)
{
    /// <summary>What the button says, if not that it signs in.</summary>
    public string? Action { get; init; }

    /// <summary>Whether passkeys are offered among the suggestions of a field too.</summary>
    public bool Autofill { get; init; }

    /// <summary>Whether the button is the page's main one.</summary>
    public bool Primary { get; init; }
}
