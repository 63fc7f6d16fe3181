using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CompetencyPortal.Data.Saving;

/// <summary>What a context is about to save: whether it may, and which versions it raises.</summary>
internal sealed class PendingChanges
{
    private readonly PortalDbContext _db;
    private readonly List<EntityEntry> _entries;
    private readonly SortedSet<Guid> _partners = [];
    private readonly bool _rulebook;

    public PendingChanges(PortalDbContext db)
    {
        _db = db;
        _entries = [.. db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)];
        foreach (var entry in _entries)
        {
            if (entry.Entity is IPartnerFact fact)
            {
                _partners.Add(fact.PartnerId);
            }
            else if (entry is { Entity: Partner partner, State: EntityState.Modified })
            {
                _partners.Add(partner.Id);
            }

            _rulebook |= entry.Entity is RuleRevision or CountryMarket;
        }
    }

    /// <summary>Whether others rely on a version that this save changes.</summary>
    public bool RaiseVersions => _rulebook || _partners.Count > 0;

    /// <exception cref="ForeignPartnerException">A row belongs to another organisation.</exception>
    /// <exception cref="ImmutableRowException">A row that is only ever added would be changed or removed.</exception>
    public void Check()
    {
        foreach (var entry in _entries)
        {
            switch (entry.Entity)
            {
                case IPartnerOwned owned when owned.PartnerId != _db.PartnerScope || OriginalPartner(entry) != _db.PartnerScope:
                case Partner partner when _db.PartnerScope is { } scope && partner.Id != scope:
                case PortalUser user when _db.PartnerScope is { } house && user.PartnerId != house:
                case Invitation invitation when _db.PartnerScope is { } host && invitation.PartnerId != host:
                case AuditEvent auditEvent when auditEvent.PartnerId != _db.PartnerScope:
                    throw new ForeignPartnerException(entry.Metadata.ClrType, _db.PartnerScope);
                case RuleRevision or AuditEvent or AuditPersonalDetail when entry.State != EntityState.Added:
                    throw new ImmutableRowException(entry.Metadata.ClrType);
                default:
                    break;
            }
        }
    }

    public void Stamp(DateTimeOffset now)
    {
        foreach (var entry in _entries)
        {
            if (entry.Entity is AuditEvent auditEvent)
            {
                auditEvent.OccurredAt = now;
            }
            else if (entry.Entity is IVersioned && entry.State != EntityState.Deleted)
            {
                var version = entry.Property(nameof(IVersioned.Version));
                // A row that was deleted and comes back goes on from the version that it had: nobody's old one is its own again.
                version.CurrentValue = (int)(entry.State == EntityState.Added ? version.CurrentValue : version.OriginalValue)! + 1;
            }
        }
    }

    /// <summary>
    /// Raises the versions in the present transaction, before the rows themselves are written: the rows' locks make
    /// savers of the same organisation, and publishers, follow one another, so that no version is given twice.
    /// </summary>
    public async Task RaiseVersionsAsync(CancellationToken cancellationToken)
    {
        foreach (var id in _partners)
        {
            await _db.Partners.Where(partner => partner.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(partner => partner.FactsVersion, partner => partner.FactsVersion + 1), cancellationToken);
        }

        if (!_rulebook)
        {
            return;
        }

        await _db.RulebookState.ExecuteUpdateAsync(set => set.SetProperty(state => state.Version, state => state.Version + 1), cancellationToken);
        var version = await _db.RulebookState.Select(state => state.Version).SingleAsync(cancellationToken);
        foreach (var entry in _entries.Where(entry => entry.Entity is RuleRevision))
        {
            entry.Property(nameof(RuleRevision.RulebookVersion)).CurrentValue = version;
        }
    }

    private static Guid OriginalPartner(EntityEntry entry) =>
        entry.State == EntityState.Added ? ((IPartnerOwned)entry.Entity).PartnerId : (Guid)entry.Property(nameof(IPartnerOwned.PartnerId)).OriginalValue!;
}
