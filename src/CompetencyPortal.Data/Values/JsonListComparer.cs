using System.Collections.Immutable;

using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CompetencyPortal.Data.Values;

/// <summary>Lists never change once they are made: two are equal where they are the same.</summary>
internal sealed class JsonListComparer<T>() : ValueComparer<ImmutableArray<T>>(favorStructuralComparisons: false);
