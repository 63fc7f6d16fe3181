using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Members;
using CompetencyPortal.Web.Infrastructure.RateLimits;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Program.Staff;

[Authorize(Policies.ProgrammeAdmin)]
public sealed class InviteModel(
    ProgrammeStaff house, Invitations invitations, InvitationLetter letter, AttemptLimits limits,
    IValidator<MemberInviteModel.InputModel> validator, IStringLocalizer<MemberTexts> texts)
    : MemberInviteModel(house, invitations, letter, limits, validator, texts);
