using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Web.Tests.Options;

/// <summary>Short words for the requirements that tests begin with.</summary>
internal static class Require
{
    public static Criterion Holds(string code) => new Criterion.Holds(CredentialCode.Parse(code));

    public static Criterion All(params Criterion[] parts) => new Criterion.AllOf([.. parts]);

    public static Criterion Any(params Criterion[] parts) => new Criterion.AnyOf([.. parts]);

    public static Team Team(params (int Places, Criterion Criterion)[] slots) => new([.. slots.Select(slot => new Slot(slot.Places, slot.Criterion))]);

    public static StaffingPath Path(params Team[] teams) => new([.. teams]);

    public static StaffingRequirement Staffing(params StaffingPath[] paths) => new([.. paths]);
}
