using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Data.Imports.Storing;

/// <summary>Stores the checked rows of one kind of file, within a transaction that is there already.</summary>
internal interface IRowStore
{
    Task StoreAsync(IQueryable<ImportRow> rows, ImportPulse pulse, CancellationToken cancellationToken);
}
