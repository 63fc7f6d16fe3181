namespace CompetencyPortal.Data.Rules;

/// <summary>Why a draft is not published.</summary>
public enum PublicationRefusal
{
    /// <summary>It would take effect before today, the day of its publication.</summary>
    Backdated,

    /// <summary>Another revision of the competency takes effect on the same day.</summary>
    DayTaken,

    /// <summary>It requires just what the revision before it requires.</summary>
    ChangesNothing,

    /// <summary>Somebody changed, published or removed the draft since it was read.</summary>
    DraftChanged,
}
