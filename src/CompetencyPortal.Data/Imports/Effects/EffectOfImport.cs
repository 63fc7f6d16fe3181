using System.Collections.Immutable;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;

using Microsoft.EntityFrameworkCore;

using Person = CompetencyPortal.Domain.Evidence.Person;
using RevenueLine = CompetencyPortal.Domain.Evidence.RevenueLine;

namespace CompetencyPortal.Data.Imports.Effects;

/// <summary>
/// Judges an organisation's evidence as it is, and as it would be after an import. New lines that say the same are one line of
/// their sum: nothing tells them apart in what counts.
/// </summary>
internal sealed class EffectOfImport(PortalDbContext db, PartnerEvidenceQuery evidence, TimeProvider clock)
{
    public async Task<ImportEffect> OfAsync(Import import, Rulebook rulebook, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var loaded = await evidence.LoadAsync(import.PartnerId, today, rulebook.Credentials, cancellationToken);
        var rows = db.ImportRows.AsNoTracking().Where(row => row.ImportId == import.Id && row.Outcome != ImportOutcome.Refused);
        var after = import.Kind switch
        {
            ImportKind.Revenue => await WithLinesAsync(loaded, rows, cancellationToken),
            ImportKind.Customers => await WithAssociationsAsync(loaded, rows, cancellationToken),
            ImportKind.People => await WithPeopleAsync(loaded, rows, rulebook, cancellationToken),
        };
        return Compare(Assessor.Assess(loaded.Evidence, rulebook, today), Assessor.Assess(after, rulebook, today), today);
    }

    private static ImportEffect Compare(ImmutableArray<CompetencyStanding> before, ImmutableArray<CompetencyStanding> after, DateOnly today) => new(
        today,
        [.. before.Zip(after).SelectMany(competency => competency.First.Options.Zip(competency.Second.Options, (was, willBe) => new OptionEffect(
            competency.First.Competency.Code, was.Option.Code, was.Attained, willBe.Attained, [.. was.Tiers.Zip(willBe.Tiers).SelectMany(Figures)])))]);

    private static IEnumerable<RequirementEffect> Figures((TierStanding Before, TierStanding After) tiers)
    {
        var threshold = 0;
        foreach (var (was, willBe) in tiers.Before.Findings.Zip(tiers.After.Findings))
        {
            yield return (was, willBe) switch
            {
                (RevenueFinding one, RevenueFinding other) => new RequirementEffect(tiers.Before.Tier, threshold++, one.Required, one.Sums.Counted, other.Sums.Counted),
                (StaffingFinding one, StaffingFinding other) => new RequirementEffect(tiers.Before.Tier, null, one.Required, one.Filled, other.Filled),
                _ => throw new InvalidOperationException("The same requirement is judged by another kind of finding."),
            };
        }
    }

    private static async Task<PartnerEvidence> WithLinesAsync(LoadedEvidence loaded, IQueryable<ImportRow> rows, CancellationToken cancellationToken)
    {
        var customers = loaded.Customers.ToDictionary(customer => Guid.Parse(customer.Id));
        var lines = loaded.Evidence.Revenue.ToBuilder();
        var places = new Dictionary<Guid, int>();
        for (var i = 0; i < loaded.RevenueIds.Length; i++)
        {
            places.Add(loaded.RevenueIds[i], i);
        }

        await foreach (var row in rows.Where(row => row.TargetOutcome == ImportOutcome.Changed).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            lines[places[row.TargetId!.Value]] = new RevenueLine(customers[row.SubjectId!.Value], row.Product!.Value, row.Date!.Value, row.Amount!.Value, row.NetNew!.Value);
        }

        var added = rows.Where(row => row.TargetOutcome == ImportOutcome.New)
            .GroupBy(row => new { row.SubjectId, row.Product, row.Date, row.NetNew })
            .Select(group => new { group.Key, Amount = group.Sum(row => row.Amount) });
        await foreach (var sum in added.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            lines.Add(new RevenueLine(customers[sum.Key.SubjectId!.Value], sum.Key.Product!.Value, sum.Key.Date!.Value, sum.Amount!.Value, sum.Key.NetNew!.Value));
        }

        return new PartnerEvidence(loaded.Evidence.Partner, loaded.Evidence.Market, lines.DrainToImmutable(), loaded.Evidence.People);
    }

    /// <summary>New customers have no revenue yet, so that nothing hangs on them; new associations of others may make theirs count.</summary>
    private static async Task<PartnerEvidence> WithAssociationsAsync(LoadedEvidence loaded, IQueryable<ImportRow> rows, CancellationToken cancellationToken)
    {
        var customers = loaded.Customers.ToDictionary(customer => customer.Id, StringComparer.Ordinal);
        await foreach (var row in rows.Where(row => row.TargetOutcome == ImportOutcome.New && row.SubjectOutcome != ImportOutcome.New && row.SubjectVersion != null)
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var id = row.SubjectId!.Value.ToString();
            customers[id] = customers[id].With(new Association(row.Association!.Value, EffectivePeriod.Between(row.From, row.Until)));
        }

        var lines = loaded.Evidence.Revenue.Select(line => line with { Customer = customers[line.Customer.Id] });
        return new PartnerEvidence(loaded.Evidence.Partner, loaded.Evidence.Market, [.. lines], loaded.Evidence.People);
    }

    private static async Task<PartnerEvidence> WithPeopleAsync(LoadedEvidence loaded, IQueryable<ImportRow> rows, Rulebook rulebook, CancellationToken cancellationToken)
    {
        var people = loaded.Evidence.People.ToDictionary(person => person.Id, StringComparer.Ordinal);
        var doing = rows.Where(row => row.SubjectOutcome != ImportOutcome.Unchanged || row.TargetOutcome == ImportOutcome.New).OrderBy(row => row.Number);
        await foreach (var row in doing.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var id = row.SubjectId!.Value.ToString();
            var passes = people.TryGetValue(id, out var person) ? person.Passes : [];
            if (row is { TargetOutcome: ImportOutcome.New, Credential: { } code, Date: { } day })
            {
                passes = passes.Add(new CredentialPass(rulebook.Credentials.Find(code)!, day));
            }

            people[id] = new Person(id, row.Name!, EffectivePeriod.Between(row.From, row.Until), passes);
        }

        return new PartnerEvidence(loaded.Evidence.Partner, loaded.Evidence.Market, loaded.Evidence.Revenue, people.Values);
    }
}
