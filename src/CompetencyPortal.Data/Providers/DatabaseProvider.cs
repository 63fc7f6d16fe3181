using System.Data.Common;

using CompetencyPortal.Data.Saving;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace CompetencyPortal.Data.Providers;

/// <summary>
/// One kind of database the portal runs on. Everything that differs between them stands in the provider projects,
/// behind this type; the programs name the providers they were built with (<see cref="PortalDataRegistration.AddPortalData"/>).
/// </summary>
public abstract class DatabaseProvider
{
    /// <summary>
    /// How long the portal waits for a connection, and for the answer to the statement that begins a request: a reader of a
    /// database that is gone, or hangs, is to know within five seconds.
    /// </summary>
    public const int SecondsToAnswer = 2;

    /// <summary>The value of <c>Database:Provider</c> that selects it.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the program is its own operator here and migrates the database as it starts.</summary>
    public virtual bool MigratesAtStart => false;

    /// <summary>
    /// The statement that answers a session lookup and sets the organisation on the connection, in one round trip.
    /// Parameters: <c>@hash</c>, <c>@now</c> and <c>@idleSince</c>. Columns of its one row, or none: see <see cref="Sessions.SessionLookup"/>.
    /// </summary>
    public abstract string SessionLookupSql { get; }

    /// <summary>Finds, or starts, the database that the configuration's section <c>Database</c> names.</summary>
    public virtual ValueTask<DatabaseConnections> ConnectAsync(
        IConfiguration section, IServiceProvider services, CancellationToken cancellationToken) =>
        ValueTask.FromResult(DatabaseConnections.From(section));

    /// <summary>Points a context at the database.</summary>
    public abstract void Configure(DbContextOptionsBuilder options, string connectionString);

    /// <summary>What the provider adds to the model.</summary>
    public virtual void Configure(ModelBuilder model)
    {
    }

    /// <summary>
    /// A script that secures the rows of the organisations, where the migrations do not: its batches end with a line <c>GO</c>,
    /// and it may be run again and again. Null where there is none.
    /// </summary>
    public virtual string? SecurityScript => null;

    /// <summary>The command that sets the organisation on a connection; null sets none.</summary>
    public abstract DbCommand SetPartner(DbConnection connection, Guid? partnerId);

    /// <summary>
    /// Adds many rows in one statement, in the way that is fastest here and still minds constraints, and whose the rows are.
    /// </summary>
    public abstract Task InsertAsync(DbConnection connection, DbTransaction? transaction, BulkRows rows, CancellationToken cancellationToken);

    /// <summary>Whether the error says that a unique value stands already.</summary>
    public abstract bool IsDuplicate(DbException exception);

    /// <summary>Whether the error says that the server is not there, or does not answer, for whatever it was asked.</summary>
    public virtual bool IsGone(DbException exception) => exception.IsTransient;
}
