using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Web.Infrastructure.Facts;

/// <summary>Says one kind of fact in the reader's language; the row need not be stored.</summary>
public interface IFactWords<in TRow>
    where TRow : IPartnerFact
{
    Task<FactDescription> DescribeAsync(TRow row, CancellationToken cancellationToken);
}
