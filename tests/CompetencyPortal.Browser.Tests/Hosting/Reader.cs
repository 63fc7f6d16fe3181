namespace CompetencyPortal.Browser.Tests.Hosting;

/// <summary>How somebody looks at the portal.</summary>
public sealed record Reader(string Language = "en", bool Dark = false, int Width = 1440, bool Scripts = true)
{
    public const int Narrow = 360;
}
