using CompetencyPortal.Data.Imports;
using CompetencyPortal.Data.Imports.Effects;

namespace CompetencyPortal.Data.Entities;

/// <summary>
/// A file on its way into an organisation's facts. Its bytes and its checked rows stand beside it until it expires; no fact
/// is touched before somebody confirms. What works on it in the background writes <see cref="Done"/> and
/// <see cref="Heartbeat"/> without raising the version: nobody edits those.
/// </summary>
public sealed class Import : IPartnerOwned, IVersioned
{
    public const int FileNameLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PartnerId { get; init; }

    public required ImportKind Kind { get; init; }

    public required ImportState State { get; set; }

    /// <summary>What the file is called, to be recognised by; never a path.</summary>
    public required string FileName { get; init; }

    /// <summary>The file's size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The SHA-256 digest of the file, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How the file is read.</summary>
    public required ImportSettings Settings { get; set; }

    /// <summary>Who brought the file, and in whose name its rows are stored.</summary>
    public required Guid? StartedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the file and all that was made of it is deleted.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The version of the organisation's facts that the rows were compared with; null before the first check.</summary>
    public long? FactsVersion { get; set; }

    /// <summary>The version of the rulebook that the rows were checked by; null before the first check.</summary>
    public long? RulebookVersion { get; set; }

    public int NewRows { get; set; }

    public int ChangedRows { get; set; }

    public int UnchangedRows { get; set; }

    public int RefusedRows { get; set; }

    /// <summary>Whether the rows that are refused are left out and the others stored; else one refused row refuses the file.</summary>
    public bool LeavesOutRefused { get; set; }

    /// <summary>Whether facts changed after somebody had seen the preview, so that it was made anew.</summary>
    public bool FactsChanged { get; set; }

    /// <summary>How much is done, of <see cref="Total"/>: bytes while checking, rows while storing.</summary>
    public long Done { get; set; }

    public long Total { get; set; }

    /// <summary>Who works on it now; every claim is another.</summary>
    public Guid? Worker { get; set; }

    /// <summary>When whoever works on it last said so; long ago means that the work was abandoned.</summary>
    public DateTimeOffset? Heartbeat { get; set; }

    /// <summary>Why the file as a whole cannot be read; null where it can.</summary>
    public ImportError? Problem { get; set; }

    /// <summary>What storing it would do to the organisation's standings, on the day of the check; null before the first check.</summary>
    public ImportEffect? Effect { get; set; }

    public int Version { get; set; }

    /// <summary>How many rows were checked.</summary>
    public int Rows => NewRows + ChangedRows + UnchangedRows + RefusedRows;

    /// <summary>Whether it waits for the background, or is at work there.</summary>
    public bool IsUnderWay => State is ImportState.Waiting or ImportState.Checking or ImportState.Confirmed or ImportState.Storing;
}
