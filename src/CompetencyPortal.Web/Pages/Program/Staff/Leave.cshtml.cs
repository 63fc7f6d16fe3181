using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Members;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Program.Staff;

public sealed class LeaveModel(ProgrammeStaff house, Memberships memberships, CurrentUser current, IStringLocalizer<MemberTexts> texts)
    : MemberLeaveModel(house, memberships, current, texts);
