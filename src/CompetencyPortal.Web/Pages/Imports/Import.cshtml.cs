using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Listing;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Imports;

/// <summary>One import, however far it has come: under way, to be confirmed, stored, or given up.</summary>
public sealed class ImportModel(
    PortalDbContext db, ImportDesk desk, AnnotatedFile annotated, ImportEffectText effects, RulebookInForce rulebooks, CurrentUser reader, TimeProvider clock,
    IStringLocalizer<ImportTexts> texts)
    : PageModel
{
    [TempData]
    public string? StatusMessage { get; set; }

    [TempData]
    public string? StatusWarning { get; set; }

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Which rows are shown; those that need attention first, if the address names none.</summary>
    [FromQuery(Name = "show")]
    public ImportOutcome? Show { get; set; }

    public ViewModel View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = Paging.Parameter)] int? number, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } import)
        {
            return new GonePage();
        }

        if (import.State is ImportState.NeedsColumns)
        {
            return RedirectToPage("Columns", new { Id });
        }

        if (import.IsUnderWay)
        {
            desk.Wake(Id);
        }

        await LoadAsync(import, number, cancellationToken);
        return Page();
    }

    /// <summary>The file as it was sent, with what became of each row beside it.</summary>
    public async Task<IActionResult> OnGetAnnotatedAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is { State: ImportState.Checked or ImportState.Stored } import ? await annotated.OfAsync(import, cancellationToken) : NotFound();

    public Task<IActionResult> OnPostConfirmAsync(int version, bool leaveOut, CancellationToken cancellationToken) =>
        ActAsync(ImportState.Checked, _ => desk.ConfirmAsync(Id, version, leaveOut, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostRetryAsync(int version, CancellationToken cancellationToken) =>
        ActAsync(ImportState.Failed, import => desk.CheckAsync(Id, version, import.Settings, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } import)
        {
            return NotFound();
        }

        if (import.State is ImportState.Stored)
        {
            StatusWarning = texts["Import.MovedOn"];
            return RedirectToPage(new { Id });
        }

        await desk.CancelAsync(Id, cancellationToken);
        StatusMessage = texts["Import.WasDiscarded"];
        return RedirectToPage("Index");
    }

    /// <summary>Does what the page offered, unless the import has gone on meanwhile.</summary>
    private async Task<IActionResult> ActAsync(ImportState from, Func<Import, Task> act, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } import)
        {
            return NotFound();
        }

        try
        {
            if (import.State == from)
            {
                await act(import);
            }
            else
            {
                StatusWarning = texts["Import.MovedOn"];
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            StatusWarning = texts["Import.MovedOn"];
        }

        return RedirectToPage(new { Id });
    }

    private Task<Import?> FindAsync(CancellationToken cancellationToken) => db.Imports.AsNoTracking().Kept(clock).SingleOrDefaultAsync(import => import.Id == Id, cancellationToken);

    private async Task LoadAsync(Import import, int? number, CancellationToken cancellationToken)
    {
        var rulebook = await rulebooks.GetAsync(cancellationToken);
        var show = Show ?? ImportPage.Attention.FirstOrDefault(outcome => ImportPage.CountOf(import, outcome) > 0, ImportOutcome.New);
        var paging = Paging.In(ImportPage.CountOf(import, show), number);
        var rows = import.State is ImportState.Checked or ImportState.Stored
            ? await paging.Of(db.ImportRows.AsNoTracking().Where(row => row.ImportId == import.Id && row.Outcome == show).OrderBy(row => row.Number)).ToListAsync(cancellationToken)
            : [];
        var effect = import is { State: ImportState.Checked, Effect: { } known } ? effects.Of(known, rulebook) : [];
        var isOutOfDate = import.State is ImportState.Checked && import.FactsVersion != reader.FactsVersion;
        View = new ViewModel(import, show, paging, rows, effect, rulebook.Products, isOutOfDate);
    }

    public sealed record ViewModel(
        Import Import, ImportOutcome Show, Paging Paging, IReadOnlyList<ImportRow> Rows, IReadOnlyList<ImportEffectView> Effects, ProductCatalog Products, bool IsOutOfDate);
}
