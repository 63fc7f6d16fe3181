using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Data.Listing;
using CompetencyPortal.Data.Revenue;
using CompetencyPortal.Domain.Evaluation;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Revenue;

/// <summary>
/// An order of the revenue lines of loaded evidence: each line's value in a column as a number, and of lines with the same
/// number their keys. A place between two values has a number too, so that a bookmark holds when its row is gone.
/// </summary>
internal sealed class EvidenceOrder
{
    /// <summary>The orders by text that were worked out for evidence, for as long as the evidence is remembered.</summary>
    private static readonly ConditionalWeakTable<LoadedEvidence, ConcurrentDictionary<LineColumn, EvidenceOrder>> Known = [];

    /// <summary>As people sort words; of words that are equal to them, by their letters' codes.</summary>
    private static readonly Comparer<string> InWords = Comparer<string>.Create((one, other) =>
        StringComparer.InvariantCultureIgnoreCase.Compare(one, other) is var order and not 0 ? order : string.CompareOrdinal(one, other));

    private readonly LoadedEvidence _facts;
    private readonly Func<int, long> _numberOf;
    private readonly Func<string, long> _placeOf;

    private EvidenceOrder(LoadedEvidence facts, Func<int, long> numberOf, Func<string, long> placeOf)
    {
        _facts = facts;
        _numberOf = numberOf;
        _placeOf = placeOf;
    }

    public static async ValueTask<EvidenceOrder> OfAsync(PortalDbContext db, LoadedEvidence facts, LineColumn column, CancellationToken cancellationToken)
    {
        var lines = facts.Evidence.Revenue;
        return column switch
        {
            LineColumn.Date => new(facts, index => lines[index].Date.DayNumber, text => KeyReaders.Day(text, out var day) ? day.DayNumber : 0),
            LineColumn.Amount => new(facts, index => CentsOf(lines[index].Amount), text => KeyReaders.Amount(text, out var amount) ? CentsOf(amount) : 0),
            LineColumn.Business => new(facts, index => lines[index].NetNew ? 1 : 0, text => KeyReaders.Flag(text, out var netNew) && netNew ? 1 : 0),
            LineColumn.Customer or LineColumn.Product or LineColumn.Reference => await OfTextsAsync(db, facts, column, cancellationToken),
        };
    }

    /// <summary>The lines found that come after <paramref name="from"/>, or all of them if it is null, in this order or the opposite one.</summary>
    public IEnumerable<(int Index, LineOutcome Outcome)> Sort(IEnumerable<(int Index, LineOutcome Outcome)> found, bool isDescending, RowKey? from)
    {
        var sign = isDescending ? -1 : 1;
        var places = found.Select(one => new Place(_numberOf(one.Index), _facts.RevenueIds[one.Index], one.Index, one.Outcome));
        if (from is not null)
        {
            var begin = new Place(_placeOf(from.Value), from.Row, -1, default);
            places = places.Where(place => sign * place.CompareTo(begin) > 0);
        }

        return places.Order(Comparer<Place>.Create((one, other) => sign * one.CompareTo(other))).Select(place => (place.Index, place.Outcome));
    }

    private static async Task<EvidenceOrder> OfTextsAsync(PortalDbContext db, LoadedEvidence facts, LineColumn column, CancellationToken cancellationToken)
    {
        var known = Known.GetOrCreateValue(facts);
        if (known.TryGetValue(column, out var order))
        {
            return order;
        }

        var lines = facts.Evidence.Revenue;
        return known[column] = column switch
        {
            LineColumn.Customer => OfTexts(facts, [.. lines.Select(line => line.Customer.Name)], InWords),
            LineColumn.Product => OfTexts(facts, [.. lines.Select(line => line.Product.Value)], StringComparer.Ordinal),
            _ => OfTexts(facts, await ReferencesAsync(db, facts, cancellationToken), StringComparer.Ordinal),
        };
    }

    private static EvidenceOrder OfTexts(LoadedEvidence facts, string[] textOf, IComparer<string> comparer)
    {
        var texts = textOf.ToHashSet(StringComparer.Ordinal).Order(comparer).ToArray();
        var places = texts.Index().ToDictionary(text => text.Item, text => 2L * text.Index, StringComparer.Ordinal);
        var numbers = Array.ConvertAll(textOf, text => places[text]);
        return new(facts, index => numbers[index], text =>
        {
            var at = Array.BinarySearch(texts, text, comparer);
            return at >= 0 ? 2L * at : (2L * ~at) - 1;
        });
    }

    /// <summary>The lines' own references, which nothing is judged by and the evidence does not have.</summary>
    private static async Task<string[]> ReferencesAsync(PortalDbContext db, LoadedEvidence facts, CancellationToken cancellationToken)
    {
        var keys = await db.RevenueLines.Select(line => new { line.Id, line.ReferenceKey }).ToDictionaryAsync(line => line.Id, line => line.ReferenceKey, cancellationToken);
        return [.. facts.RevenueIds.Select(id => keys.GetValueOrDefault(id, ""))];
    }

    private static long CentsOf(decimal amount) => (long)(amount * 100);

    private readonly record struct Place(long Number, Guid Id, int Index, LineOutcome Outcome) : IComparable<Place>
    {
        public int CompareTo(Place other) => Number != other.Number ? Number.CompareTo(other.Number) : Id.CompareTo(other.Id);
    }
}
