using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>The badge of each of the domain's answers.</summary>
public static class Statuses
{
    public static Status Badge(this Standing standing) => standing switch
    {
        Standing.Met => Status.Met,
        Standing.NotMet => Status.NotMet,
        Standing.Undetermined => Status.Undetermined,
    };

    public static Status Badge(this RevisionStatus status) => status switch
    {
        RevisionStatus.Announced => Status.Announced,
        RevisionStatus.InForce => Status.InForce,
        RevisionStatus.Ended => Status.Ended,
    };
}
