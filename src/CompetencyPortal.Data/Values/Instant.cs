namespace CompetencyPortal.Data.Values;

/// <summary>An instant as both providers keep it.</summary>
public static class Instant
{
    /// <summary>The instant in UTC, cut off to whole microseconds: what reading it back gives.</summary>
    public static DateTimeOffset ToStored(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
