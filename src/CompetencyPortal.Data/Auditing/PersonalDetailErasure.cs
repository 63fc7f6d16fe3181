using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Auditing;

/// <summary>Erases what the audit trail says about one person. The events stay, and one more says that something was erased.</summary>
public sealed class PersonalDetailErasure(PortalDbContext db)
{
    /// <summary>Erases every personal detail about <paramref name="subjectId"/>.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> EraseAsync(Guid subjectId, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var erased = await db.AuditPersonalDetails.Where(detail => detail.SubjectId == subjectId).ExecuteDeleteAsync(cancellationToken);
        db.Audit("AuditPersonalDetail.Erased", nameof(AuditPersonalDetail), subjectId.ToString(), $"{erased}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return erased;
    }
}
