using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Accounts;

/// <summary>
/// Makes those who change the people of one house follow one another: the organisation at work, or programme staff where none
/// is. Whoever has the lock sees what the one before has done, and keeps it until the transaction ends.
/// </summary>
internal static class HouseLock
{
    /// <summary>Takes the lock within the present transaction, as its first statement: writing a row locks it on every provider.</summary>
    public static Task LockHouseAsync(this PortalDbContext db, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("The lock of a house lasts as long as a transaction; there is none.");
        }

        return db.PartnerScope is { } partnerId
            ? db.Partners.Where(partner => partner.Id == partnerId)
                .ExecuteUpdateAsync(set => set.SetProperty(partner => partner.Version, partner => partner.Version), cancellationToken)
            : db.RulebookState.ExecuteUpdateAsync(set => set.SetProperty(state => state.Version, state => state.Version), cancellationToken);
    }
}
