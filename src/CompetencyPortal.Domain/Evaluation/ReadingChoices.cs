using System.Collections.Immutable;

using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>The reading that each value of an open sentence stands for.</summary>
public static class ReadingChoices
{
    /// <summary>The reading of the day on which a customer must be associated.</summary>
    public static ReadingChoice Of(AssociationMoment moment) => moment switch
    {
        AssociationMoment.AsOf => ReadingChoice.AssociationAsOf,
        AssociationMoment.AtTransaction => ReadingChoice.AssociationAtTransaction,
    };

    /// <summary>The reading of the days whose revenue counts.</summary>
    public static ReadingChoice Of(RevenueWindow window) => window switch
    {
        RevenueWindow.TrailingTwelveMonths => ReadingChoice.WindowTrailingTwelveMonths,
        RevenueWindow.AllTime => ReadingChoice.WindowAllTime,
    };

    /// <summary>The threshold with one sentence read as <paramref name="reading"/>, the rest by its defaults.</summary>
    internal static RevenueMeasure Measure(RevenueThreshold threshold, DateOnly asOf, ReadingChoice reading) => reading switch
    {
        ReadingChoice.AssociationAsOf => RevenueMeasure.Of(threshold, asOf, AssociationMoment.AsOf),
        ReadingChoice.AssociationAtTransaction => RevenueMeasure.Of(threshold, asOf, AssociationMoment.AtTransaction),
        ReadingChoice.WindowTrailingTwelveMonths => RevenueMeasure.Of(threshold, asOf, RevenueWindow.TrailingTwelveMonths),
        ReadingChoice.WindowAllTime => RevenueMeasure.Of(threshold, asOf, RevenueWindow.AllTime),
    };

    /// <summary>The sentences about a threshold that the requirements leave open, as they are read.</summary>
    public static ImmutableArray<OpenReading> OpenIn(Reading<RevenueWindow> window, AssociationRule? association)
    {
        var open = ImmutableArray.CreateBuilder<OpenReading>();
        Add(window, Of);
        if (association is not null)
        {
            Add(association.Moment, Of);
        }

        return open.DrainToImmutable();

        void Add<T>(Reading<T> reading, Func<T, ReadingChoice> choice)
            where T : struct, Enum
        {
            if (!reading.Alternatives.IsEmpty)
            {
                open.Add(new OpenReading(choice(reading.Default), [.. reading.Alternatives.Select(choice)], reading.DecidedOn, reading.Source));
            }
        }
    }
}
