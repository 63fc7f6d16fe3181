using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Imports.Checking;

/// <summary>The organisation's customers, found by code or by name.</summary>
internal sealed class StoredCustomers
{
    private readonly Dictionary<OwnReference, StoredCustomer> _byCode = [];
    private readonly Dictionary<Guid, StoredCustomer> _byId = [];
    private readonly NameIndex<StoredCustomer> _byName = new();

    public static async Task<StoredCustomers> LoadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var customers = new StoredCustomers();
        var rows = db.Customers.AsNoTracking().Select(customer => new StoredCustomer(customer.Id, customer.Version, customer.Name, customer.Code));
        await foreach (var customer in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            customers._byId.Add(customer.Id, customer);
            customers._byName.Add(customer.Name, customer);
            if (customer.Code is { } code)
            {
                customers._byCode.Add(code, customer);
            }
        }

        return customers;
    }

    public async Task LoadAssociationsAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var rows = db.CustomerAssociations.AsNoTracking().Select(one => new { one.CustomerId, one.Type, one.From, one.Until });
        await foreach (var one in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            _byId.GetValueOrDefault(one.CustomerId)?.Associations.Add((one.Type, one.From, one.Until));
        }
    }

    public StoredCustomer? ByCode(OwnReference code) => _byCode.GetValueOrDefault(code);

    public StoredCustomer? ById(Guid id) => _byId.GetValueOrDefault(id);

    public IReadOnlyList<StoredCustomer> ByName(string name) => _byName.Find(name);

    /// <summary>Those of that name that have no code: a code that nobody has yet may be meant for one of them.</summary>
    public IReadOnlyList<StoredCustomer> WithoutCode(string name) => _byName.Find(name, customer => customer.Code is null);
}
