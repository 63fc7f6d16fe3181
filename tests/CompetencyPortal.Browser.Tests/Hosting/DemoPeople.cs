namespace CompetencyPortal.Browser.Tests.Hosting;

/// <summary>The people of the demo world whom the sign-in page offers.</summary>
internal static class DemoPeople
{
    /// <summary>Admin of Fabrikam Conseil, which is Gold and about to lose it.</summary>
    public const string Admin = "Claire Fontaine";

    /// <summary>Admin of Litware Ibérica, which is nearly Silver.</summary>
    public const string NearlySilver = "Lucía Herrero";

    /// <summary>Member of the same, without leave to see amounts.</summary>
    public const string Member = "Youssef Amrani";

    /// <summary>Programme admin.</summary>
    public const string Staff = "Kwame Mensah";
}
