using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Revenue;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Revenue.Bulk;

/// <summary>An act on many lines, and the way back from it.</summary>
[Authorize(Policy = Policies.PartnerAdmin)]
public sealed class UndoModel(PortalDbContext db, BulkUndo undo, Formats formats, IStringLocalizer<RevenueTexts> texts, IStringLocalizer<FactsTexts> facts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [TempData]
    public string? StatusMessage { get; set; }

    public ViewModel View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        try
        {
            if (await undo.UndoAsync(Id, cancellationToken) is { } outcome)
            {
                return await TellAsync(outcome, cancellationToken);
            }

            ModelState.AddModelError("", texts["Undo.TooLate"]);
        }
        catch (DbUpdateException)
        {
            // Somebody else undid it, or edited one of its lines, at the same moment.
            db.ChangeTracker.Clear();
            ModelState.AddModelError("", texts["Undo.Disturbed"]);
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task<IActionResult> TellAsync(UndoOutcome outcome, CancellationToken cancellationToken)
    {
        var message = formats.Count(texts, "Undo.Done", outcome.Lines);
        if (outcome.Refused.Count is 0)
        {
            StatusMessage = message;
            return RedirectToPage("/Revenue/Index");
        }

        await LoadAsync(cancellationToken);
        var names = await db.Customers.ToDictionaryAsync(customer => customer.Id, customer => customer.Name, cancellationToken);
        View = View with
        {
            Message = message,
            Refused =
            [
                .. outcome.Refused.Select(refusal => (
                    facts["Line.Name", names.GetValueOrDefault(refusal.Line.Customer, ""), formats.ShortDay(refusal.Line.Date), formats.Money(refusal.Line.Amount)].Value,
                    WhyOf(refusal.Field))),
            ],
        };
        return Page();
    }

    private string WhyOf(LineField field) => field switch
    {
        LineField.Line => texts["Undo.LineGone"],
        LineField.Customer => Changed(facts["Line.Customer"]),
        LineField.Product => Changed(facts["Line.Product"]),
        LineField.Date => Changed(facts["Line.Date"]),
        LineField.Business => Changed(facts["Line.Business"]),
        LineField.Reference => texts["Undo.ReferenceTaken"],
    };

    private string Changed(string value) => texts["Undo.Changed", value];

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await db.BulkChanges.AsNoTracking().FirstOrDefaultAsync(change => change.Id == Id, cancellationToken) is not { } change)
        {
            return false;
        }

        var who = await db.Users.Where(user => user.Id == change.ActorId).Select(user => user.DisplayName).FirstOrDefaultAsync(cancellationToken);
        View = new ViewModel(change.Act, change.Lines, who ?? texts["Bulk.Somebody"], change.OccurredAt, change.ExpiresAt, undo.IsOpen(change), null, []);
        return true;
    }

    /// <param name="Act">What was done.</param>
    /// <param name="Lines">With how many lines.</param>
    /// <param name="Who">By whom.</param>
    /// <param name="When">When.</param>
    /// <param name="Until">Until when it can be undone.</param>
    /// <param name="IsOpen">Whether it still can.</param>
    /// <param name="Message">What an undo has just done; null if there was none.</param>
    /// <param name="Refused">What it left as it is, and why.</param>
    public sealed record ViewModel(
        BulkAct Act, int Lines, string Who, DateTimeOffset When, DateTimeOffset Until, bool IsOpen, string? Message, IReadOnlyList<(string Line, string Why)> Refused);
}
