using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure.Listing;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Infrastructure.Exports;

/// <summary>Customers as a file, in the columns that the import reads: a row for each association, and one without any for a customer that has none.</summary>
public static class CustomersFile
{
    private static readonly string[] Columns = ["customerCode", "customer", "association", "from", "until"];

    /// <summary>The customers, in their order.</summary>
    public static CsvList Of(IQueryable<Customer> customers) =>
        new(Columns, customers.Include(customer => customer.Associations).AsAsyncEnumerable().SelectMany(Rows));

    private static IEnumerable<object?[]> Rows(Customer customer) =>
        customer.Associations.OrderBy(one => one.From).ThenBy(one => one.Id)
            .Select(one => new object?[] { customer.Code?.Value, customer.Name, one.Type, one.From, one.Until })
            .DefaultIfEmpty([customer.Code?.Value, customer.Name, null, null, null]);
}
