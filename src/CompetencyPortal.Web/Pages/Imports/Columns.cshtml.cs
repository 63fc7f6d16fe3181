using System.Collections.Immutable;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Imports;

/// <summary>How a file is read: what separates its columns, what each means, and how amounts and days are written.</summary>
public sealed class ColumnsModel(PortalDbContext db, ImportDesk desk, ImportErrorText errors, TimeProvider clock, IStringLocalizer<ImportTexts> texts) : PageModel
{
    [TempData]
    public string? StatusWarning { get; set; }

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Another separator than the one that was found; the columns are then looked for anew.</summary>
    [FromQuery(Name = "delimiter")]
    public ImportDelimiter? Delimiter { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public ViewModel View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || await FindAsync(cancellationToken) is not { } import)
        {
            return NotFound();
        }

        if (!MayChange(import))
        {
            return RedirectToPage("Import", new { Id });
        }

        var asked = Delimiter is { } delimiter && delimiter != import.Settings.Delimiter ? import.Settings with { Delimiter = delimiter, Columns = ImmutableSortedDictionary<ImportColumn, int>.Empty } : null;
        if (await desk.HeadAsync(Id, asked, cancellationToken) is not { } head)
        {
            return NotFound();
        }

        View = new ViewModel(import, head);
        Input = new InputModel
        {
            Version = import.Version,
            Delimiter = head.Settings.Delimiter,
            Culture = head.Settings.Culture,
            Columns = [.. Enumerable.Range(0, head.Columns.Count).Select(index => MeaningOf(head.Settings, index))],
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } import)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || ImportCulture.Find(Input.Culture ?? "") is null)
        {
            return BadRequest();
        }

        try
        {
            if (!MayChange(import))
            {
                throw new DbUpdateConcurrencyException();
            }

            if (await RefusalAsync(cancellationToken) is not { } refusal)
            {
                return RedirectToPage("Import", new { Id });
            }

            ModelState.AddModelError(PlaceOf(refusal), errors.Of(refusal, Input.Culture ?? ""));
        }
        catch (DbUpdateConcurrencyException)
        {
            StatusWarning = texts["Import.MovedOn"];
            return RedirectToPage("Import", new { Id });
        }

        var settings = import.Settings with { Delimiter = Input.Delimiter, Culture = Input.Culture ?? "", Columns = ImmutableSortedDictionary<ImportColumn, int>.Empty };
        if (await desk.HeadAsync(Id, settings, cancellationToken) is not { } head)
        {
            return NotFound();
        }

        View = new ViewModel(import, head);
        return Page();
    }

    /// <summary>Has the file checked as the form says; or says what is wrong with that.</summary>
    private async Task<ImportError?> RefusalAsync(CancellationToken cancellationToken)
    {
        var meanings = Input.Columns.Select((column, index) => (Column: column, Index: index)).Where(one => one.Column is not null).ToLookup(one => one.Column!.Value, one => one.Index);
        if (meanings.FirstOrDefault(meaning => meaning.Count() > 1) is { } twice)
        {
            return ImportError.Of(ImportErrorCode.ColumnTwice, twice.Key);
        }

        var settings = new ImportSettings(Input.Delimiter, Input.Culture ?? "", meanings.ToImmutableSortedDictionary(meaning => meaning.Key, meaning => meaning.Single()));
        return await desk.CheckAsync(Id, Input.Version, settings, cancellationToken);
    }

    /// <summary>The field that an error is about: the last column that has the meaning, or the first of all where none has it.</summary>
    private string PlaceOf(ImportError refusal) =>
        refusal.Code is ImportErrorCode.ColumnTwice or ImportErrorCode.ColumnMissing ? $"Input.Columns[{Math.Max(0, Input.Columns.LastIndexOf(refusal.Column))}]" : "";

    private Task<Import?> FindAsync(CancellationToken cancellationToken) => db.Imports.AsNoTracking().Kept(clock).SingleOrDefaultAsync(import => import.Id == Id, cancellationToken);

    private static bool MayChange(Import import) => import.State is ImportState.NeedsColumns or ImportState.Checked or ImportState.Unreadable or ImportState.Failed;

    private static ImportColumn? MeaningOf(ImportSettings settings, int index) =>
        settings.Columns.Where(one => one.Value == index).Select(one => (ImportColumn?)one.Key).FirstOrDefault();

    public sealed record ViewModel(Import Import, ImportHead Head);

    public sealed class InputModel
    {
        public int Version { get; set; }

        public ImportDelimiter Delimiter { get; set; }

        public string? Culture { get; set; }

        /// <summary>What each column of the file means; null where it is not read.</summary>
        public List<ImportColumn?> Columns { get; set; } = [];
    }
}
