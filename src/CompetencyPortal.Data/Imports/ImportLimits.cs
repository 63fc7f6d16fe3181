namespace CompetencyPortal.Data.Imports;

/// <summary>What the portal takes in, so that no file can take the server's memory or room (section <c>Imports</c>).</summary>
public sealed class ImportLimits
{
    public const string Section = "Imports";

    /// <summary>For how long one statement over a whole file's rows may take.</summary>
    internal static readonly TimeSpan Statement = TimeSpan.FromMinutes(5);

    internal const string Refusal = "Imports: MaxMegabytes is 1 to 1024, MaxRecordLength 1,000 to 10,000,000 bytes, MaxColumns 10 to 10,000, and HoursKept 1 to 720.";

    /// <summary>The largest file, in megabytes.</summary>
    public int MaxMegabytes { get; set; } = 64;

    /// <summary>The longest record, in bytes.</summary>
    public int MaxRecordLength { get; set; } = 100_000;

    /// <summary>The most columns.</summary>
    public int MaxColumns { get; set; } = 200;

    /// <summary>For how many hours a file and what was made of it is kept.</summary>
    public int HoursKept { get; set; } = 24;

    internal long MaxBytes => MaxMegabytes * 1024L * 1024;

    internal bool AreSensible => this is { MaxMegabytes: >= 1 and <= 1024, MaxRecordLength: >= 1_000 and <= 10_000_000, MaxColumns: >= 10 and <= 10_000, HoursKept: >= 1 and <= 720 };
}
