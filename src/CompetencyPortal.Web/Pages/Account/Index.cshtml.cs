using CompetencyPortal.Data;
using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Members;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account;

/// <summary>A person's own account: who they are here, how they sign in, and what was done with it lately.</summary>
[Authorize(Policies.SignedIn)]
public sealed class IndexModel(
    PortalDbContext db, SecondFactors factors, CurrentUser current, IValidator<IndexModel.InputModel> validator, IStringLocalizer<AccountTexts> texts) : PageModel
{
    /// <summary>How far the history goes back.</summary>
    private const int Events = 10;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public ViewModel View { get; private set; } = null!;

    private Guid UserId => current.UserId!.Value;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Input.Name = View.User.DisplayName;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.Accepts(validator, Input))
        {
            await LoadAsync(cancellationToken);
            return Page();
        }

        var name = Input.Name!.Trim();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Users.Where(user => user.Id == UserId).ExecuteUpdateAsync(set => set.SetProperty(user => user.DisplayName, name), cancellationToken);
        db.Audit("Account.Renamed", nameof(PortalUser), UserId.ToString(), personal: new AuditPersonalDetail { SubjectId = UserId, Text = name });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        StatusMessage = texts["Account.Name.Saved"];
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(row => row.Id == UserId, cancellationToken);
        var history = await db.AuditEvents.AsNoTracking()
            .Where(row => row.EntityType == nameof(PortalUser) && row.EntityId == UserId.ToString() && row.Action.StartsWith("Account."))
            .OrderByDescending(row => row.OccurredAt).ThenByDescending(row => row.Id).Take(Events)
            .Select(row => new Event(row.OccurredAt, row.Action)).ToListAsync(cancellationToken);
        View = new ViewModel(user, await factors.FindAsync(UserId, cancellationToken), history);
    }

    public sealed class InputModel
    {
        public string? Name { get; set; }
    }

    /// <param name="User">The account.</param>
    /// <param name="Factors">What it shows beside the password.</param>
    /// <param name="History">What was done with it, the latest first.</param>
    public sealed record ViewModel(PortalUser User, SecondFactorState Factors, IReadOnlyList<Event> History);

    /// <param name="At">When.</param>
    /// <param name="Action">What, as the audit trail names it.</param>
    public sealed record Event(DateTimeOffset At, string Action);

    internal sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator(IStringLocalizer<MemberTexts> members) => RuleFor(input => input.Name).PersonName(members);
    }
}
