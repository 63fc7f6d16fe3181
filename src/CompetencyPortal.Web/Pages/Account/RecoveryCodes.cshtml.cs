using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Accounts;
using CompetencyPortal.Web.Infrastructure.Mail;
using CompetencyPortal.Web.Infrastructure.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages.Account;

/// <summary>Shows new recovery codes once, says how many are left, and makes new ones.</summary>
[Authorize(Policies.SignedIn), FreshSignIn]
public sealed class RecoveryCodesModel(SecondFactors factors, SecurityNotices notices, CurrentUser current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public ViewModel View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => View = new ViewModel(
        await factors.FindAsync(current.UserId!.Value, cancellationToken),
        TempData.TakeRecoveryCodes(current.UserId!.Value),
        Url.LeadsTo(ReturnUrl) ? ReturnUrl : Url.Page("Index")!);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!(await factors.FindAsync(current.UserId!.Value, cancellationToken)).Any)
        {
            return RedirectToPage();
        }

        var codes = await factors.MakeRecoveryCodesAsync(current.UserId!.Value, cancellationToken);
        await notices.SecondFactorChangedAsync(current.UserId!.Value, cancellationToken);
        return this.ShowRecoveryCodes(current.UserId!.Value, codes, Url.Page("Index")!);
    }

    /// <param name="State">What the account has.</param>
    /// <param name="Codes">Those just made; none if there is nothing new to show.</param>
    /// <param name="Next">Where to go on.</param>
    public sealed record ViewModel(SecondFactorState State, IReadOnlyList<string> Codes, string Next)
    {
        /// <summary>The codes as a file that a link holds.</summary>
        public string File => "data:text/plain;charset=utf-8," + Uri.EscapeDataString(string.Join("\r\n", Codes) + "\r\n");
    }
}
