using CompetencyPortal.Data;
using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Countries;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Saving;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Infrastructure.Members;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Program.Partners;

/// <summary>Edits what an organisation is; two who do so at once see each other's change and choose.</summary>
[Authorize(Policies.ProgrammeAdmin)]
public sealed class EditModel(
    PortalDbContext db, PartnerByNumber partners, Countries countries, Formats formats,
    IValidator<EditModel.InputModel> validator, IStringLocalizer<MemberTexts> texts, IStringLocalizer<FactsTexts> words) : PageModel, IFactForm
{
    private Partner _partner = null!;
    private PartnerNumber _number;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public string Name { get; private set; } = "";

    public Guid? Id => _partner.Id;

    public IReadOnlyList<FactStep> Steps { get; private set; } = [];

    public IReadOnlyList<FactDifference> Conflict { get; private set; } = [];

    public bool IsDeleted => false;

    public string? Target => Url.Page("Edit", new { number = _number })!;

    public string ReturnUrl => Url.Page("Partner", new { number = _number })!;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(number, cancellationToken))
        {
            return NotFound();
        }

        Input = InputModel.Of(_partner);
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

        Take();
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ShowConflictAsync(cancellationToken);
        }
        catch (DuplicateRowException)
        {
            ModelState.AddModelError("Input.Number", texts["Partner.Number.Taken", _partner.PartnerNumber]);
            return Page();
        }

        StatusMessage = words["Fact.Saved", _partner.Name];
        return RedirectToPage("Partner", new { number = _partner.PartnerNumber });
    }

    private void Take()
    {
        _partner.Name = Input.Name!.Trim();
        _partner.PartnerNumber = PartnerNumber.Parse(Input.Number!);
        _partner.CountryCode = CountryCode.Parse(Input.Country!);
        _partner.MembershipAnniversary = Input.MembershipAnniversary;
        db.Expect(_partner, Input.Version);
        db.AuditPartner(_partner);
    }

    private async Task<IActionResult> ShowConflictAsync(CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        Load(await db.Partners.SingleAsync(partner => partner.Id == Id, cancellationToken));
        var edits = await db.EditsSinceAsync(_partner, Input.Version, cancellationToken);
        Steps = [.. edits.Select(edit => FactStep.Of(edit.Who ?? words["Conflict.Programme"], edit.At, Describe(edit.Before), Describe(edit.After)))];
        if (edits.Count > 0)
        {
            foreach (var taken in Merge.TakeUntouched(Input, InputModel.Of(edits[0].Before), InputModel.Of(_partner)))
            {
                ModelState.Remove($"Input.{taken}");
            }
        }

        var entered = new Partner
        {
            Name = Input.Name!.Trim(),
            PartnerNumber = PartnerNumber.Parse(Input.Number!),
            CountryCode = CountryCode.Parse(Input.Country!),
            MembershipAnniversary = Input.MembershipAnniversary,
        };
        Conflict = FactDifference.Between(Describe(entered), Describe(_partner));
        ModelState.AddModelError("", words["Fact.ChangedMeanwhile"]);
        ModelState.Remove("Input.Version");
        Input.Version = _partner.Version;
        return Page();
    }

    private FactDescription Describe(Partner partner) => new(
        partner.Name,
        [
            new FactField(texts["Organisation.Name"], partner.Name),
            new FactField(texts["Organisation.Number"], partner.PartnerNumber.Value),
            new FactField(texts["Organisation.Country"], countries[partner.CountryCode]),
            new FactField(texts["Organisation.Anniversary"], partner.MembershipAnniversary is { } day ? formats.Day(day) : ""),
        ]);

    private async Task<bool> LoadAsync(string number, CancellationToken cancellationToken)
    {
        if (await partners.FindAsync(number, cancellationToken) is not { } partner)
        {
            return false;
        }

        await db.EnterPartnerAsync(partner.Id, cancellationToken);
        Load(partner);
        return true;
    }

    private void Load(Partner partner)
    {
        _partner = partner;
        _number = partner.PartnerNumber;
        Name = partner.Name;
    }

    public sealed class InputModel : ProfileInput
    {
        public int Version { get; set; }

        internal static InputModel Of(Partner partner) => new()
        {
            Name = partner.Name,
            Number = partner.PartnerNumber.Value,
            Country = partner.CountryCode.Value,
            MembershipAnniversary = partner.MembershipAnniversary,
            Version = partner.Version,
        };
    }

    internal sealed class Validator(IStringLocalizer<MemberTexts> texts) : ProfileInput.Rules<InputModel>(texts);
}
