using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports.Reading;

namespace CompetencyPortal.Data.Imports.Checking;

/// <summary>Says of the rows of one kind of file what storing them would do. It sees them in the order of the file.</summary>
internal interface IRowCheck
{
    /// <summary>Reads what is stored that rows can mean.</summary>
    Task LoadAsync(PortalDbContext db, CancellationToken cancellationToken);

    /// <summary>What the row says, and what it would do. What is wrong with it is noted in <paramref name="row"/>.</summary>
    ImportRow Check(RowReader row);
}
