using System.Linq.Expressions;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Listing;

namespace CompetencyPortal.Data.Revenue;

/// <summary>The orders in which revenue lines are listed.</summary>
public static class LineOrder
{
    private static readonly Expression<Func<RevenueLine, Guid>> Key = line => line.Id;

    public static KeyOrder<RevenueLine> Of(LineColumn column, bool isDescending) => column switch
    {
        LineColumn.Date => By(line => line.Date, KeyReaders.Day, isDescending),
        LineColumn.Customer => By(line => line.Customer!.Name, KeyReaders.Text, isDescending),
        LineColumn.Product => By(line => line.Product, KeyReaders.Product, isDescending),
        LineColumn.Business => By(line => line.NetNew, KeyReaders.Flag, isDescending),
        LineColumn.Amount => By(line => line.Amount, KeyReaders.Amount, isDescending),
        LineColumn.Reference => By(line => line.ReferenceKey, KeyReaders.Text, isDescending),
    };

    private static KeyOrder<RevenueLine, TValue> By<TValue>(Expression<Func<RevenueLine, TValue>> value, KeyReader<TValue> read, bool isDescending) =>
        new(value, Key, read, isDescending);
}
