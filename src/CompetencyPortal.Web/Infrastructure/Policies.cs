namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Who may open a page.</summary>
public static class Policies
{
    /// <summary>Anyone who has signed in.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>Anyone who has signed in, or has begun to.</summary>
    public const string AnySession = nameof(AnySession);

    /// <summary>Somebody who has shown the password and has yet to show, or to set up, the second factor.</summary>
    public const string SecondFactorAwaited = nameof(SecondFactorAwaited);

    /// <summary>Anyone of a partner organisation.</summary>
    public const string Partner = nameof(Partner);

    public const string PartnerAdmin = nameof(PartnerAdmin);

    /// <summary>Anyone of the programme's staff.</summary>
    public const string Staff = nameof(Staff);

    public const string ProgrammeAdmin = nameof(ProgrammeAdmin);
}
