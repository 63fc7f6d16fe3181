namespace CompetencyPortal.Data.Entities;

/// <summary>How far an import has come.</summary>
public enum ImportState
{
    /// <summary>The file is here, but it is not known which of its columns mean what is needed: somebody must say.</summary>
    NeedsColumns,

    /// <summary>To be checked.</summary>
    Waiting,

    /// <summary>Its rows are being checked.</summary>
    Checking,

    /// <summary>Every row is checked; to be confirmed, or checked again with other settings.</summary>
    Checked,

    /// <summary>The file as a whole cannot be read so: <see cref="Import.Problem"/> says why.</summary>
    Unreadable,

    /// <summary>Confirmed, and to be stored.</summary>
    Confirmed,

    /// <summary>Its rows are being stored.</summary>
    Storing,

    /// <summary>Every row is stored.</summary>
    Stored,

    /// <summary>Given up by somebody; nothing was stored.</summary>
    Cancelled,

    /// <summary>The portal failed; nothing was stored, and it can be tried again.</summary>
    Failed,
}
