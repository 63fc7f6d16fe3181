using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Members;
using CompetencyPortal.Web.Infrastructure.RateLimits;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Organisation;

[Authorize(Policies.PartnerAdmin)]
public sealed class InvitationModel(
    OwnOrganisation house, Infrastructure.Members.People people, Invitations invitations, InvitationLetter letter, AttemptLimits limits, IStringLocalizer<MemberTexts> texts)
    : MemberInvitationModel(house, people, invitations, letter, limits, texts);
