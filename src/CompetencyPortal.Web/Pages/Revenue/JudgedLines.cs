using System.Runtime.CompilerServices;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Data.Listing;
using CompetencyPortal.Data.Revenue;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Web.Infrastructure.Exports;
using CompetencyPortal.Web.Infrastructure.Listing;
using CompetencyPortal.Web.Pages.Options;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Revenue;

/// <summary>
/// Lines with what became of each towards a threshold, and only those of one answer where one is asked for. The domain judges
/// every line of the evidence; the database is asked for the rows that are shown.
/// </summary>
internal sealed class JudgedLines(
    PortalDbContext db, LoadedEvidence facts, RevenueFinding finding, LineFilter filter, AnswerAsked? answer, LineText texts, ProductCatalog products, bool withAmounts)
    : LineList
{
    /// <summary>How many rows of a long list are read at once.</summary>
    private const int Portion = 1000;

    private List<(int Index, LineOutcome Outcome)>? _found;

    public override async Task<LineSums> SumAsync(CancellationToken cancellationToken)
    {
        var (total, netNew, credits, creditCount) = (0m, 0m, 0m, 0);
        var found = await FindAsync(cancellationToken);
        foreach (var (index, _) in found)
        {
            var line = facts.Evidence.Revenue[index];
            total += line.Amount;
            netNew += line.NetNew ? line.Amount : 0;
            if (line.Amount < 0)
            {
                credits += line.Amount;
                creditCount++;
            }
        }

        return new LineSums(found.Count, total, netNew, creditCount, credits);
    }

    public override async Task<List<LineRow>> TakeAsync(
        LineColumn column, bool isDescending, RowKey? from, bool isBackwards, int count, CancellationToken cancellationToken)
    {
        var order = await EvidenceOrder.OfAsync(db, facts, column, cancellationToken);
        var found = order.Sort(await FindAsync(cancellationToken), isDescending != isBackwards, from);
        return await RowsAsync([.. found.Take(count)], cancellationToken);
    }

    public override CsvList File(LineColumn column, bool isDescending, CancellationToken cancellationToken) => new(
        [.. RevenueFile.ColumnsOf(withAmounts), "counts", "reason"],
        AllAsync(column, isDescending, cancellationToken).Select(line => (IReadOnlyList<object?>)
        [
            line.Reference?.Value, line.Customer, line.CustomerCode?.Value, line.Product.Value, line.Date, .. withAmounts ? [line.Amount] : Array.Empty<object?>(), line.NetNew,
            line.Answer!.Counts, line.Answer.Reason,
        ]));

    public override async Task<List<ChosenLine>> ChooseAllAsync(CancellationToken cancellationToken)
    {
        var found = await FindAsync(cancellationToken);
        var versions = await db.RevenueLines.Select(line => new ChosenLine(line.Id, line.Version)).ToDictionaryAsync(line => line.Id, cancellationToken);
        return [.. found.Select(one => facts.RevenueIds[one.Index]).Where(versions.ContainsKey).Select(id => versions[id])];
    }

    /// <summary>All rows, read portion by portion.</summary>
    private async IAsyncEnumerable<LineRow> AllAsync(
        LineColumn column, bool isDescending, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var order = await EvidenceOrder.OfAsync(db, facts, column, cancellationToken);
        foreach (var portion in order.Sort(await FindAsync(cancellationToken), isDescending, from: null).Chunk(Portion))
        {
            foreach (var row in await RowsAsync(portion, cancellationToken))
            {
                yield return row;
            }
        }
    }

    /// <summary>The lines meant, by their index in the evidence.</summary>
    private async Task<List<(int Index, LineOutcome Outcome)>> FindAsync(CancellationToken cancellationToken)
    {
        if (_found is not null)
        {
            return _found;
        }

        // A part of a text is found as the database finds it, so that a list has the same lines with a threshold and without.
        var searched = filter.Search is { } search
            ? await search.Of(db, db.RevenueLines).Select(line => line.Id).ToHashSetAsync(cancellationToken)
            : null;
        _found = [];
        var customer = filter.Customer?.ToString();
        foreach (var (index, line, outcome) in finding.Lines())
        {
            if (answer?.Has(outcome) is not false && IsMeant(line, customer) && searched?.Contains(facts.RevenueIds[index]) is not false)
            {
                _found.Add((index, outcome));
            }
        }

        return _found;
    }

    private bool IsMeant(RevenueLine line, string? customer) =>
        (filter.Product is not { } product || line.Product == product)
        && (customer is null || line.Customer.Id == customer)
        && (filter.NetNew is not { } netNew || line.NetNew == netNew)
        && (filter.Credit is not { } credit || line.Amount < 0 == credit)
        && (filter.From is not { } from || line.Date >= from)
        && (filter.Until is not { } until || line.Date <= until);

    private async Task<List<LineRow>> RowsAsync((int Index, LineOutcome Outcome)[] found, CancellationToken cancellationToken)
    {
        var keys = found.Select(one => facts.RevenueIds[one.Index]).ToList();
        var rows = await LineRow.Of(db.RevenueLines.Where(line => keys.Contains(line.Id)), withAmounts).ToDictionaryAsync(row => row.Id, cancellationToken);
        return
        [
            .. from one in found
               where rows.ContainsKey(facts.RevenueIds[one.Index])
               select rows[facts.RevenueIds[one.Index]] with { Answer = LineAnswer.Of(finding, facts.Evidence.Revenue[one.Index], one.Outcome, texts, products) },
        ];
    }
}
