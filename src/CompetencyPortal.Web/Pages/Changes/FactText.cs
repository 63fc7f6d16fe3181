using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Pages.Options;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Changes;

/// <summary>Rows that were added, edited or deleted, in words. Amounts are for a reader with leave to see them.</summary>
public sealed class FactText(
    IStringLocalizer<OverviewTexts> texts, IStringLocalizer<FactsTexts> facts, Formats formats, EnumText words, PeriodWords periods, CurrentUser reader)
{
    public string Title(FactGroup group) => (group.Kind, group.Act) switch
    {
        (nameof(RevenueLine), FactAct.Added) => texts["Facts.LinesAdded", formats.Number(group.Count)],
        (nameof(RevenueLine), FactAct.Edited) => texts["Facts.LinesEdited", formats.Number(group.Count)],
        (nameof(RevenueLine), FactAct.Deleted) => texts["Facts.LinesDeleted", formats.Number(group.Count)],
        (nameof(Customer), FactAct.Added) => texts["Facts.CustomersAdded", formats.Number(group.Count)],
        (nameof(Customer), FactAct.Edited) => texts["Facts.CustomersEdited", formats.Number(group.Count)],
        (nameof(Customer), FactAct.Deleted) => texts["Facts.CustomersDeleted", formats.Number(group.Count)],
        (nameof(CustomerAssociation), FactAct.Added) => texts["Facts.AssociationsAdded", formats.Number(group.Count)],
        (nameof(CustomerAssociation), FactAct.Edited) => texts["Facts.AssociationsEdited", formats.Number(group.Count)],
        (nameof(CustomerAssociation), FactAct.Deleted) => texts["Facts.AssociationsDeleted", formats.Number(group.Count)],
        (nameof(Person), FactAct.Added) => texts["Facts.PeopleAdded", formats.Number(group.Count)],
        (nameof(Person), FactAct.Edited) => texts["Facts.PeopleEdited", formats.Number(group.Count)],
        (nameof(Person), FactAct.Deleted) => texts["Facts.PeopleDeleted", formats.Number(group.Count)],
        (nameof(PersonCredential), FactAct.Added) => texts["Facts.PassesAdded", formats.Number(group.Count)],
        (nameof(PersonCredential), FactAct.Edited) => texts["Facts.PassesEdited", formats.Number(group.Count)],
        (nameof(PersonCredential), FactAct.Deleted) => texts["Facts.PassesDeleted", formats.Number(group.Count)],
        var (kind, act) => throw new InvalidOperationException($"There are no words for {kind} {act}."),
    };

    /// <summary>What lines come to together, or come to more or less than before; null where there is nothing to add up, or the reader sees no amounts.</summary>
    public string? Sum(IEnumerable<FactChange> changes)
    {
        var lines = changes.Where(change => change.Row is RevenueLine).ToList();
        if (lines is [] || !reader.MaySeeAmounts)
        {
            return null;
        }

        var sum = lines.Sum(change => change.Act is FactAct.Edited
            ? ((RevenueLine)change.After!).Amount - ((RevenueLine)change.Before!).Amount
            : ((RevenueLine)change.Row).Amount);
        return lines[0].Act is not FactAct.Edited ? formats.Money(sum) : sum > 0 ? $"+{formats.Money(sum)}" : formats.Money(sum);
    }

    public FactGroup.Row Row(FactChange change, FactHistory history, ProductCatalog products) => change.Row switch
    {
        RevenueLine line => new(
            Told(change, row => Line((RevenueLine)row, history, products)),
            change.After is not null && reader.Role is PortalRole.PartnerAdmin ? "/Revenue/Edit" : null, line.Id),
        Customer customer => new(Told(change, row => Customer((Customer)row)), change.After is null ? null : "/Customers/Details", customer.Id),
        CustomerAssociation association => new(
            texts["List.Of", NameOf(association.CustomerId, history), Told(change, row => Association((CustomerAssociation)row))],
            history.Now.Customers.ContainsKey(association.CustomerId) ? "/Customers/Details" : null, association.CustomerId),
        Person person => new(Told(change, row => Person((Person)row)), change.After is null ? null : "/People/Details", person.Id),
        PersonCredential pass => new(
            texts["List.Of", PersonOf(pass.PersonId, history), Told(change, row => Pass((PersonCredential)row))],
            history.Now.People.ContainsKey(pass.PersonId) ? "/People/Details" : null, pass.PersonId),
        var row => throw new InvalidOperationException($"There are no words for a {row.GetType().Name}."),
    };

    /// <summary>All of a row that came or went; of one that was edited what differs, as it was and as it is, after what names it.</summary>
    private string Told(FactChange change, Func<object, string[]> tell)
    {
        if (change is not { Before: { } before, After: { } after })
        {
            return formats.List(tell(change.Row).Where(value => value is not ""));
        }

        return formats.List(tell(before).Zip(tell(after), (was, now) => was == now ? now : texts["List.Change", was is "" ? "–" : was, now is "" ? "–" : now].Value)
            .Where(value => value is not ""));
    }

    private string[] Line(RevenueLine line, FactHistory history, ProductCatalog products) =>
    [
        formats.ShortDay(line.Date),
        NameOf(line.CustomerId, history),
        products.NameOf(line.Product),
        line.NetNew ? facts["Line.NetNew"] : facts["Line.Existing"],
        line.Reference?.Value ?? "",
        reader.MaySeeAmounts ? formats.Money(line.Amount) : "",
    ];

    private static string[] Customer(Customer customer) => [customer.Name, customer.Code?.Value ?? ""];

    private string[] Association(CustomerAssociation association) => [words[association.Type], periods[association.From, association.Until]];

    private string[] Person(Person person) => [Known(person.Name), person.Email?.Value ?? "", periods[person.From, person.Until]];

    private string[] Pass(PersonCredential pass) => [pass.Code.Value, formats.ShortDay(pass.PassedOn)];

    private string PersonOf(Guid id, FactHistory history) => Known((history.Now.People.GetValueOrDefault(id) ?? history.Then.People.GetValueOrDefault(id))?.Name);

    private static string NameOf(Guid customer, FactHistory history) =>
        (history.Now.Customers.GetValueOrDefault(customer) ?? history.Then.Customers.GetValueOrDefault(customer))?.Name ?? "";

    private string Known(string? name) => string.IsNullOrEmpty(name) ? texts["Facts.ErasedPerson"] : name;
}
