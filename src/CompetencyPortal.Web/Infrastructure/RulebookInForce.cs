using CompetencyPortal.Data.Rules;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>The rulebook that the current request judges by: the version that was the present one when it began.</summary>
public sealed class RulebookInForce(RulebookStore rulebooks, CurrentUser user)
{
    public Task<Rulebook> GetAsync(CancellationToken cancellationToken) => rulebooks.GetAsync(user.RulebookVersion, cancellationToken);
}
