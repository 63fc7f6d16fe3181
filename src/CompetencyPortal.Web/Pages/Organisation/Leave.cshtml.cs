using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Members;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Organisation;

public sealed class LeaveModel(OwnOrganisation house, Memberships memberships, CurrentUser current, IStringLocalizer<MemberTexts> texts)
    : MemberLeaveModel(house, memberships, current, texts);
