using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.Members;

/// <summary>A page on which somebody leaves their house, and with it the portal.</summary>
public abstract class MemberLeaveModel(House house, Memberships memberships, CurrentUser current, IStringLocalizer<MemberTexts> texts) : PageModel
{
    [TempData]
    public string? StatusMessage { get; set; }

    public House House => house;

    public string ReturnUrl => house.Home(Url);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await memberships.RemoveAsync(current.UserId!.Value, cancellationToken) is MembershipOutcome.LastAdmin)
        {
            ModelState.AddModelError("", texts["Leave.LastAdmin"]);
            return Page();
        }

        return this.LeaveForGood(texts);
    }
}
