using System.Globalization;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Revenue;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Pages.Options;
using CompetencyPortal.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Revenue.Bulk;

/// <summary>What the audit trail and the rows themselves say of lines that were chosen.</summary>
public sealed class LineHistory(
    PortalDbContext db, RulebookInForce rulebook, Formats formats, IStringLocalizer<FactsTexts> texts, IStringLocalizer<RevenueTexts> own)
{
    /// <summary>How many lines are told of one by one.</summary>
    public const int Told = 20;

    private const int Portion = 1000;

    /// <summary>Whether each of the lines is the organisation's, or was until somebody deleted it.</summary>
    public async Task<bool> AreOwnAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var portion in ids.Distinct().Chunk(Portion))
        {
            var present = await db.RevenueLines.Where(line => portion.Contains(line.Id)).Select(line => line.Id).ToHashSetAsync(cancellationToken);
            var missing = portion.Where(id => !present.Contains(id)).ToList();
            if (missing.Count > 0 && !await db.WereDeletedAsync<RevenueLine>(missing, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What the lines come to that are still there.</summary>
    public async Task<LineSums> SumAsync(IReadOnlyList<ChosenLine> chosen, CancellationToken cancellationToken)
    {
        var sums = LineSums.None;
        foreach (var portion in chosen.Chunk(Portion))
        {
            var keys = portion.Select(one => one.Id).ToList();
            sums += await LineSums.OfAsync(db.RevenueLines.Where(line => keys.Contains(line.Id)), cancellationToken);
        }

        return sums;
    }

    /// <summary>The lines that anybody has changed since.</summary>
    public async Task<HashSet<Guid>> ChangedSinceAsync(DateTimeOffset seen, CancellationToken cancellationToken)
    {
        var keys = await db.AuditEvents.Where(one => one.PartnerId == db.PartnerScope && one.OccurredAt > seen && one.EntityType == nameof(RevenueLine))
            .Select(one => one.EntityId).Distinct().ToListAsync(cancellationToken);
        return [.. keys.Select(Guid.Parse)];
    }

    /// <summary>Who changed the first of the lines since, when and how.</summary>
    public async Task<IReadOnlyList<LineChange>> TellAsync(IReadOnlyList<ChosenLine> changed, DateTimeOffset seen, CancellationToken cancellationToken)
    {
        if (changed.Count is 0)
        {
            return [];
        }

        var ids = changed.Take(Told).Select(line => line.Id).ToList();
        var keys = ids.Select(id => id.ToString()).ToList();
        var events = await db.AuditEvents.AsNoTracking().Where(one => one.PartnerId == db.PartnerScope && keys.Contains(one.EntityId) && one.OccurredAt >= seen && one.EntityType == nameof(RevenueLine))
            .OrderBy(one => one.OccurredAt).ThenBy(one => one.Id)
            .Select(one => new { Row = one, Who = db.Users.Where(user => user.Id == one.ActorId).Select(user => user.DisplayName).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        var rows = await LineRow.Of(db.RevenueLines.Where(line => ids.Contains(line.Id)), withAmounts: true).ToDictionaryAsync(row => row.Id, cancellationToken);
        var customers = await db.Customers.ToDictionaryAsync(customer => customer.Id.ToString(), customer => customer.Name, cancellationToken);
        var products = (await rulebook.GetAsync(cancellationToken)).Products;
        return [.. from one in events let told = FactEvent.Read(one.Row) where told is not null select Tell(told, one.Who)];

        LineChange Tell(FactEvent told, string? who)
        {
            var isEdited = told.Act is FactAct.Edited;
            string Of(string name) => isEdited ? "" : Text(name, told.Values.GetValueOrDefault(name).After);
            var name = rows.TryGetValue(told.Id, out var row)
                ? texts["Line.Name", row.Customer, formats.ShortDay(row.Date), formats.Money(row.Amount!.Value)]
                : texts["Line.Name", Of(nameof(RevenueLine.CustomerId)), Of(nameof(RevenueLine.Date)), Of(nameof(RevenueLine.Amount))];
            var differences = isEdited
                ? told.Values.Select(value => new FactDifference(LabelOf(value.Key), Text(value.Key, value.Value.Before), Text(value.Key, value.Value.After)))
                : [];
            return new LineChange(name, who, told.At, told.Act is FactAct.Deleted, [.. differences]);
        }

        string Text(string name, string? value) => value is null ? "" : name switch
        {
            nameof(RevenueLine.CustomerId) => customers.GetValueOrDefault(value, ""),
            nameof(RevenueLine.Product) => products.NameOf(new(value)),
            nameof(RevenueLine.Date) => formats.ShortDay(DateOnly.Parse(value, CultureInfo.InvariantCulture)),
            nameof(RevenueLine.Amount) => formats.Money(decimal.Parse(value, CultureInfo.InvariantCulture)),
            nameof(RevenueLine.NetNew) => bool.Parse(value) ? texts["Line.NetNew"] : texts["Line.Existing"],
            _ => value,
        };
    }

    /// <summary>What a value is called.</summary>
    private string LabelOf(string name) => name switch
    {
        nameof(RevenueLine.CustomerId) => texts["Line.Customer"],
        nameof(RevenueLine.Product) => texts["Line.Product"],
        nameof(RevenueLine.Date) => texts["Line.Date"],
        nameof(RevenueLine.Amount) => texts["Line.Amount"],
        nameof(RevenueLine.NetNew) => texts["Line.Business"],
        nameof(RevenueLine.Reference) => own["Line.Reference"],
        _ => name,
    };
}
