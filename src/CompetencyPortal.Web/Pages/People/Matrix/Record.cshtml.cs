using CompetencyPortal.Data;
using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Saving;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Pages.People.Passes;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.People.Matrix;

/// <summary>Adds a pass by a click in the matrix, and takes it back. Either leads back to the matrix, which says what happened.</summary>
[Authorize(Policy = Policies.PartnerAdmin)]
public sealed class RecordModel(
    PortalDbContext db,
    RulebookInForce rulebook,
    PassRules rules,
    IValidator<Passes.EditModel.InputModel> validator,
    IFactWords<PersonCredential> words,
    Formats formats,
    IStringLocalizer<FactsTexts> texts,
    IStringLocalizer<PeopleTexts> people) : PageModel
{
    [TempData]
    public string? StatusMessage { get; set; }

    [TempData]
    public string? StatusWarning { get; set; }

    [TempData]
    public Guid? Added { get; set; }

    [TempData]
    public int? AddedVersion { get; set; }

    [TempData]
    public string? RefusedCell { get; set; }

    [TempData]
    public string? RefusedPass { get; set; }

    [TempData]
    public string? Refusal { get; set; }

    /// <summary>The matrix as it was shown.</summary>
    [BindProperty]
    public string? Back { get; set; }

    public IActionResult OnGet() => RedirectToPage("Index");

    /// <summary>Keeps the day for the clicks to come.</summary>
    public IActionResult OnPostDay(DateOnly? day) => Return(day, null);

    public async Task<IActionResult> OnPostAsync(Guid person, string? code, DateOnly? day, CancellationToken cancellationToken)
    {
        var row = await db.People.AsNoTracking().SingleOrDefaultAsync(one => one.Id == person, cancellationToken);
        if (row is null || !CredentialCode.TryParse(code, out var parsed) || (await rulebook.GetAsync(cancellationToken)).Credentials.Find(parsed) is not { } credential)
        {
            return NotFound();
        }

        ModelState.Accepts(validator, new Passes.EditModel.InputModel { Credential = code, PassedOn = day }, "");
        if (ModelState.IsValid && await rules.WhyNotAsync(person, credential, day!.Value, id: null, cancellationToken) is { } reason)
        {
            ModelState.AddModelError(nameof(day), reason);
        }

        if (!ModelState.IsValid)
        {
            return Refuse(row, credential.Code, day, ModelState.Values.SelectMany(entry => entry.Errors).First().ErrorMessage);
        }

        var pass = new PersonCredential { PartnerId = row.PartnerId, PersonId = person, Code = credential.Code, PassedOn = day!.Value };
        try
        {
            db.Add(pass);
            db.AuditFact(pass);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DuplicateRowException)
        {
            // Somebody else recorded the same one in between: asked again, the rules say so.
            db.ChangeTracker.Clear();
            return Refuse(row, credential.Code, day, await rules.WhyNotAsync(person, credential, day.Value, id: null, cancellationToken) ?? texts["Fact.ChangedMeanwhile"]);
        }

        (Added, AddedVersion) = (pass.Id, pass.Version);
        StatusMessage = texts["Fact.Added", (await words.DescribeAsync(pass, cancellationToken)).Name];
        return Return(day, IndexModel.CellId(person, credential.Code));
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid pass, int version, CancellationToken cancellationToken)
    {
        if (await db.PersonCredentials.SingleOrDefaultAsync(one => one.Id == pass, cancellationToken) is not { } row)
        {
            if (await db.DeletionAsync<PersonCredential>(pass, cancellationToken) is not var (who, at))
            {
                return NotFound();
            }

            StatusMessage = texts["Fact.DeletedAlready", who ?? texts["Conflict.Programme"], formats.Moment(at)];
            return Return(null, null);
        }

        var name = (await words.DescribeAsync(row, cancellationToken)).Name;
        try
        {
            db.Remove(row);
            db.Expect(row, version);
            db.AuditFact(row);
            await db.SaveChangesAsync(cancellationToken);
            StatusMessage = texts["Fact.Deleted", name];
        }
        catch (DbUpdateConcurrencyException)
        {
            StatusWarning = people["Matrix.ChangedSince", name];
        }

        return Return(row.PassedOn, IndexModel.CellId(row.PersonId, row.Code));
    }

    private LocalRedirectResult Refuse(Person person, CredentialCode code, DateOnly? day, string reason)
    {
        RefusedCell = IndexModel.CellId(person.Id, code);
        (RefusedPass, Refusal) = (texts["Pass.Name", person.Name, code.Value], reason);
        return Return(day, RefusedCell);
    }

    /// <summary>Leads back to the matrix as it was, with the day that was chosen there, to the cell it is about.</summary>
    private LocalRedirectResult Return(DateOnly? day, string? cell)
    {
        var back = Url.LeadsTo(Back) ? Back : Url.Page("Index")!;
        if (day is { } chosen)
        {
            var query = back.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? back[at..] : "";
            var others = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query).Where(one => one.Key != "day");
            back = back[..^query.Length] + QueryString.Create(others).Add("day", chosen.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        }

        return LocalRedirect(cell is null ? back : $"{back}#{cell}");
    }
}
