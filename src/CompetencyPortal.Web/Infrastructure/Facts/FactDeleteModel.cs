using CompetencyPortal.Data;
using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.Facts;

/// <summary>A page that shows one fact and deletes it once that is confirmed.</summary>
public abstract class FactDeleteModel<TRow>(PortalDbContext db, IFactWords<TRow> words, IStringLocalizer<FactsTexts> texts)
    : FactModel<TRow>(db, words, texts)
    where TRow : class, IPartnerFact, IVersioned
{
    private IReadOnlyList<FactStep> _steps = [];

    /// <summary>The version of the row that is confirmed to be deleted.</summary>
    [BindProperty]
    public int Version { get; set; }

    public FactDeletion View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) && await FindAsync(cancellationToken) is { } row
            ? await ShowAsync(row, cancellationToken)
            : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (await FindAsync(cancellationToken) is not { } row)
        {
            return await LeaveDeletedAsync(cancellationToken);
        }

        if (await RefuseAsync(row, cancellationToken) is not null)
        {
            return await ShowAsync(row, cancellationToken);
        }

        var name = (await DescribeAsync(row, cancellationToken)).Name;
        try
        {
            Db.Remove(row);
            Db.Expect(row, Version);
            Db.AuditDeletions();
            await Db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure)
        {
            if (await WhyAsync(failure is DbUpdateConcurrencyException, cancellationToken) is not { } answer)
            {
                throw;
            }

            return answer;
        }

        return Leave(id: null, Texts["Fact.Deleted", name]);
    }

    /// <summary>Why <paramref name="row"/> cannot be deleted; null if it can.</summary>
    protected virtual Task<FactRefusal?> RefuseAsync(TRow row, CancellationToken cancellationToken) => Task.FromResult<FactRefusal?>(null);

    /// <summary>What has changed since the row was read, so that it could not be deleted; null if nothing has.</summary>
    private async Task<IActionResult?> WhyAsync(bool isChanged, CancellationToken cancellationToken)
    {
        Db.ChangeTracker.Clear();
        if (await FindAsync(cancellationToken) is not { } row)
        {
            return await LeaveDeletedAsync(cancellationToken);
        }

        if (isChanged)
        {
            _steps = await TellAsync(await Db.EditsSinceAsync(row, Version, cancellationToken), cancellationToken);
            ModelState.AddModelError("", Texts["Fact.ChangedBeforeDeletion"]);
        }

        return isChanged || await RefuseAsync(row, cancellationToken) is not null ? await ShowAsync(row, cancellationToken) : null;
    }

    private async Task<IActionResult> ShowAsync(TRow row, CancellationToken cancellationToken)
    {
        var fact = await DescribeAsync(row, cancellationToken);
        View = new FactDeletion(fact, _steps, row.Version, await RefuseAsync(row, cancellationToken), ReturnUrl);
        return Page();
    }

    private async Task<IActionResult> LeaveDeletedAsync(CancellationToken cancellationToken) =>
        await TellDeletionAsync("Fact.DeletedAlready", cancellationToken) is { } told ? Leave(id: null, told) : NotFound();
}
