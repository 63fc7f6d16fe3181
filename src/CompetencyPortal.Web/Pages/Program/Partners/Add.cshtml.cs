using CompetencyPortal.Data;
using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Countries;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Saving;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Members;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Program.Partners;

/// <summary>Adds an organisation and invites its first admin, both or neither.</summary>
[Authorize(Policies.ProgrammeAdmin)]
public sealed class AddModel(
    PortalDbContext db, Invitations invitations, InvitationLetter letter,
    IValidator<AddModel.InputModel> validator, IValidator<InviteeInput> inviteeValidator, IStringLocalizer<MemberTexts> texts) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    public InviteeInput Admin { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // Every error at once, those of both parts.
        if (!ModelState.Accepts(validator, Input) | !ModelState.Accepts(inviteeValidator, Admin, nameof(Admin)))
        {
            return Page();
        }

        var partner = new Partner
        {
            Name = Input.Name!.Trim(),
            PartnerNumber = PartnerNumber.Parse(Input.Number!),
            CountryCode = CountryCode.Parse(Input.Country!),
            MembershipAnniversary = Input.MembershipAnniversary,
        };
        var admin = new Invitee(Admin.Name!.Trim(), Admin.Email!.Trim(), PortalRole.PartnerAdmin, MaySeeAmounts: false, Admin.Culture!);
        try
        {
            await AddAsync(partner, admin, cancellationToken);
        }
        catch (DuplicateRowException)
        {
            ModelState.AddModelError("Input.Number", texts["Partner.Number.Taken", partner.PartnerNumber]);
            return Page();
        }

        StatusMessage = texts["Partner.Added", partner.Name, admin.Email];
        return RedirectToPage("Partner", new { number = partner.PartnerNumber });
    }

    private async Task AddAsync(Partner partner, Invitee admin, CancellationToken cancellationToken)
    {
        await db.EnterPartnerAsync(partner.Id, cancellationToken);
        db.Partners.Add(partner);
        db.AuditPartner(partner);
        invitations.Add(admin, (invitation, token) => letter.Write(invitation, token, partner.Name));
        await db.SaveChangesAsync(cancellationToken);
    }

    public sealed class InputModel : ProfileInput;

    internal sealed class Validator(IStringLocalizer<MemberTexts> texts) : ProfileInput.Rules<InputModel>(texts);
}
