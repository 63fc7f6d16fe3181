using CompetencyPortal.Data;
using CompetencyPortal.Data.Countries;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Program.Markets;

/// <summary>Corrects or removes one classification that was entered wrongly; the audit trail keeps what it was.</summary>
public sealed class CorrectModel(
    PortalDbContext db, Countries countries, EnumText words, LastAct lastAct, Formats formats, IValidator<CorrectModel.InputModel> validator, IStringLocalizer<ProgramTexts> texts) : PageModel
{
    private CountryMarket _row = null!;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    /// <summary>Why nothing was done, for the page to which it leads.</summary>
    [TempData]
    public string? StatusWarning { get; set; }

    public ViewModel View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string country, DateOnly from, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(country, from, cancellationToken))
        {
            return NotFound();
        }

        Input = new InputModel { Market = Classifications.Of(_row.Market), Reason = _row.Reason, Version = _row.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string country, DateOnly from, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(country, from, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.Accepts(validator, Input))
        {
            return Page();
        }

        var before = _row.Market;
        _row.Market = Input.Market!.Value.ToMarket();
        _row.Reason = Input.Reason!.Trim();
        db.Audit("CountryMarket.Corrected", nameof(CountryMarket), _row.Key, $"{Classifications.Of(before)} → {Input.Market}: {_row.Reason}");
        return await SaveAsync(texts["Correct.Done", View.Name, formats.Day(from)], cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string country, DateOnly from, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(country, from, cancellationToken))
        {
            return NotFound();
        }

        db.CountryMarkets.Remove(_row);
        db.Audit("CountryMarket.Removed", nameof(CountryMarket), _row.Key, $"{Classifications.Of(_row.Market)}: {_row.Reason}");
        return await SaveAsync(texts["Correct.Removed", View.Name, formats.Day(from)], cancellationToken);
    }

    private async Task<IActionResult> SaveAsync(string message, CancellationToken cancellationToken)
    {
        db.Expect(_row, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ShowConflictAsync(cancellationToken);
        }

        StatusMessage = message;
        return RedirectToPage("Country", new { country = View.Code });
    }

    /// <summary>Shows what somebody else has saved meanwhile; what was typed stays, and saving again replaces theirs.</summary>
    private async Task<IActionResult> ShowConflictAsync(CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (!await LoadAsync(View.Code.Value, View.From, cancellationToken))
        {
            StatusWarning = texts["Correct.AlreadyRemoved", View.Name, formats.Day(View.From)];
            return RedirectToPage("Country", new { country = View.Code });
        }

        ModelState.Clear();
        ModelState.AddModelError("", await lastAct.AddToAsync(texts["Correct.Conflict", words.Market(_row.Market), _row.Reason], _row.Key, ["CountryMarket.Classified", "CountryMarket.Corrected"], cancellationToken));
        Input.Version = _row.Version;
        return Page();
    }

    private async Task<bool> LoadAsync(string country, DateOnly from, CancellationToken cancellationToken)
    {
        if (!CountryCode.TryParse(country, out var code)
            || await db.CountryMarkets.SingleOrDefaultAsync(row => row.CountryCode == code && row.EffectiveFrom == from, cancellationToken) is not { } row)
        {
            return false;
        }

        _row = row;
        View = new ViewModel(code, countries[code], from);
        return true;
    }

    public sealed class InputModel : ClassificationInput
    {
        public int Version { get; set; }
    }

    public sealed record ViewModel(CountryCode Code, string Name, DateOnly From);

    internal sealed class Validator(IStringLocalizer<ProgramTexts> texts) : ClassificationInput.Rules<InputModel>(texts);
}
