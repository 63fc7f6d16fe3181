using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Infrastructure.Members;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Program.Staff;

[Authorize(Policies.ProgrammeAdmin)]
public sealed class MemberModel(
    ProgrammeStaff house, Infrastructure.Members.People people, Memberships memberships, LastAct lastAct, CurrentUser current,
    IValidator<MemberEditModel.InputModel> validator, IStringLocalizer<MemberTexts> texts)
    : MemberEditModel(house, people, memberships, lastAct, current, validator, texts);
