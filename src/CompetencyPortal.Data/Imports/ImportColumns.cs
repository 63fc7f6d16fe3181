using System.Collections.Immutable;
using System.Text.Json;

using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Data.Imports;

/// <summary>Which columns each kind of file has, and what they are called in the portal's own exports.</summary>
public static class ImportColumns
{
    /// <summary>The most rows of a file.</summary>
    public const int MostRows = 5_000_000;

    private static readonly ImmutableArray<ImportColumn> Revenue =
    [
        ImportColumn.Reference, ImportColumn.CustomerCode, ImportColumn.Customer, ImportColumn.Product, ImportColumn.Date, ImportColumn.Amount, ImportColumn.NetNew,
    ];

    private static readonly ImmutableArray<ImportColumn> Customers =
        [ImportColumn.CustomerCode, ImportColumn.Customer, ImportColumn.Association, ImportColumn.From, ImportColumn.Until];

    private static readonly ImmutableArray<ImportColumn> People =
        [ImportColumn.Name, ImportColumn.Email, ImportColumn.From, ImportColumn.Until, ImportColumn.Credential, ImportColumn.PassedOn];

    /// <summary>The columns that a file of that kind can have, in the order of the portal's exports.</summary>
    public static ImmutableArray<ImportColumn> Of(ImportKind kind) => kind switch
    {
        ImportKind.Revenue => Revenue,
        ImportKind.Customers => Customers,
        ImportKind.People => People,
    };

    /// <summary>The columns without which a file of that kind says nothing; of each group any one is enough.</summary>
    public static ImmutableArray<ImmutableArray<ImportColumn>> Required(ImportKind kind) => kind switch
    {
        ImportKind.Revenue =>
        [
            [ImportColumn.Customer, ImportColumn.CustomerCode], [ImportColumn.Product], [ImportColumn.Date], [ImportColumn.Amount], [ImportColumn.NetNew],
        ],
        ImportKind.Customers => [[ImportColumn.Customer]],
        ImportKind.People => [[ImportColumn.Email, ImportColumn.Name]],
    };

    /// <summary>Whether a file of that kind cannot do without that very column.</summary>
    public static bool IsRequired(ImportKind kind, ImportColumn column) => Required(kind).Any(group => group is [var only] && only == column);

    /// <summary>What the portal's own exports, and the templates, call the column.</summary>
    public static string NameOf(ImportColumn column) => JsonNamingPolicy.CamelCase.ConvertName(column.ToString());

    /// <summary>What is wrong with saying that columns of a file with <paramref name="count"/> of them mean that; null if nothing is.</summary>
    public static ImportError? Refusal(ImportKind kind, ImmutableSortedDictionary<ImportColumn, int> columns, int count)
    {
        foreach (var (column, index) in columns)
        {
            if (index < 0 || index >= count || !Of(kind).Contains(column) || columns.Any(other => other.Key < column && other.Value == index))
            {
                return ImportError.Of(ImportErrorCode.ColumnTwice, column);
            }
        }

        foreach (var group in Required(kind))
        {
            if (!group.Any(columns.ContainsKey))
            {
                return ImportError.Of(ImportErrorCode.ColumnMissing, group[0]);
            }
        }

        return null;
    }
}
