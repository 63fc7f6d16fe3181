using CompetencyPortal.Data;
using CompetencyPortal.Data.Countries;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Saving;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Program.Markets;

/// <summary>Classifies a country from a day on.</summary>
public sealed class ClassifyModel(
    PortalDbContext db, Countries countries, EnumText words, Formats formats, AsOf asOf, IValidator<ClassifyModel.InputModel> validator, IStringLocalizer<ProgramTexts> texts) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public ViewModel View { get; private set; } = null!;

    public IActionResult OnGet(string country)
    {
        if (!TryLoad(country))
        {
            return NotFound();
        }

        Input.EffectiveFrom = asOf.Date;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string country, CancellationToken cancellationToken)
    {
        if (!TryLoad(country))
        {
            return NotFound();
        }

        if (!ModelState.Accepts(validator, Input))
        {
            return Page();
        }

        var row = new CountryMarket
        {
            CountryCode = View.Code,
            EffectiveFrom = Input.EffectiveFrom!.Value,
            Market = Input.Market!.Value.ToMarket(),
            Reason = Input.Reason!.Trim(),
        };
        db.CountryMarkets.Add(row);
        db.Audit("CountryMarket.Classified", nameof(CountryMarket), row.Key, $"{Input.Market}: {row.Reason}");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DuplicateRowException)
        {
            ModelState.AddModelError("Input.EffectiveFrom", texts["Classify.DayTaken", View.Name, formats.Day(row.EffectiveFrom)]);
            return Page();
        }

        StatusMessage = texts["Classify.Done", View.Name, words.Market(row.Market), formats.Day(row.EffectiveFrom)];
        return RedirectToPage("Country", new { country = View.Code });
    }

    private bool TryLoad(string country)
    {
        var known = CountryCode.TryParse(country, out var code);
        View = known ? new ViewModel(code, countries[code]) : null!;
        return known;
    }

    public sealed class InputModel : ClassificationInput
    {
        public DateOnly? EffectiveFrom { get; set; }
    }

    public sealed record ViewModel(CountryCode Code, string Name);

    internal sealed class Validator : ClassificationInput.Rules<InputModel>
    {
        public Validator(IStringLocalizer<ProgramTexts> texts)
            : base(texts) =>
            RuleFor(input => input.EffectiveFrom).NotNull().WithMessage(_ => texts["Country.FromMissing"])
                .InclusiveBetween(AsOf.Earliest, AsOf.Latest).WithMessage(_ => texts["Country.FromOutOfBounds"]);
    }
}
