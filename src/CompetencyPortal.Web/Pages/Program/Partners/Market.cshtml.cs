using CompetencyPortal.Data;
using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Program.Partners;

/// <summary>Sets the market of one organisation in place of its country's, or leaves it to the country again.</summary>
public sealed class MarketModel(
    PortalDbContext db, EnumText words, LastAct lastAct, AsOf asOf, IValidator<MarketModel.InputModel> validator, IStringLocalizer<ProgramTexts> texts) : PageModel
{
    private Partner _partner = null!;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public ViewModel View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(number, cancellationToken))
        {
            return NotFound();
        }

        Input = new InputModel { Market = _partner.MarketOverride, Version = _partner.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(number, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.Accepts(validator, Input))
        {
            return Page();
        }

        var before = _partner.MarketOverride;
        _partner.MarketOverride = Input.Market;
        db.Expect(_partner, Input.Version);
        db.AuditMarket(_partner, before, Input.Reason!.Trim());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ShowConflictAsync(number, cancellationToken);
        }

        StatusMessage = texts[Input.Market is null ? "Override.Cleared" : "Override.Set", View.Name, words.Market(Input.Market)];
        return RedirectToPage("/Program/Markets/Country", new { country = View.Market.Country });
    }

    private async Task<IActionResult> ShowConflictAsync(string number, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await LoadAsync(number, cancellationToken);
        ModelState.Clear();
        ModelState.AddModelError("", await lastAct.AddToAsync(texts["Override.Conflict", words.Market(View.Market.Market)], _partner.Id.ToString(), ["Partner.MarketSet", "Partner.Edited"], cancellationToken));
        Input.Version = _partner.Version;
        return Page();
    }

    private async Task<bool> LoadAsync(string number, CancellationToken cancellationToken)
    {
        if (!PartnerNumber.TryParse(number, out var parsed)
            || await db.Partners.SingleOrDefaultAsync(partner => partner.PartnerNumber == parsed, cancellationToken) is not { } partner)
        {
            return false;
        }

        var classifications = await db.CountryMarkets.AsNoTracking().Where(row => row.CountryCode == partner.CountryCode).ToListAsync(cancellationToken);
        await db.EnterPartnerAsync(partner.Id, cancellationToken);
        _partner = partner;
        View = new ViewModel(partner.Name, partner.PartnerNumber, PartnerMarket.On(partner.CountryCode, partner.MarketOverride, classifications, asOf.Date));
        return true;
    }

    public sealed class InputModel
    {
        public Market? Market { get; set; }

        public string? Reason { get; set; }

        public int Version { get; set; }
    }

    public sealed record ViewModel(string Name, PartnerNumber Number, PartnerMarket Market);

    internal sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator(IStringLocalizer<ProgramTexts> texts)
        {
            RuleFor(input => input.Market).IsInEnum();
            RuleFor(input => input.Reason).NotEmpty().WithMessage(_ => texts["Country.ReasonMissing"]).MaximumLength(RuleRevision.ReasonLength);
        }
    }
}
