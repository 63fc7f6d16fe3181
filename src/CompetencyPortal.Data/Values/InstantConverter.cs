using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CompetencyPortal.Data.Values;

/// <summary>Stores instants in UTC and in whole microseconds, the finest that both providers keep.</summary>
internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    instant => Instant.ToStored(instant), instant => instant);
