using CompetencyPortal.Data;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Planning;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.People;

public sealed class DetailsModel(PortalDbContext db, RulebookInForce rulebook, Outlook outlook, AsOf asOf, Formats formats, IStringLocalizer<FactsTexts> texts) : PageModel
{
    public ViewModel View { get; private set; } = null!;

    /// <summary>The empty form of one more pass; it is posted to that page.</summary>
    public Passes.EditModel.InputModel Input { get; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var person = await db.People.AsNoTracking().Include(one => one.Credentials).SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (person is null)
        {
            return NotFound();
        }

        var catalog = (await rulebook.GetAsync(cancellationToken)).Credentials;
        var passes = person.Credentials.OrderBy(pass => pass.Code.Value, StringComparer.Ordinal).ThenBy(pass => pass.PassedOn)
            .Select(pass => new Pass(pass.Id, catalog.Find(pass.Code) ?? new Credential(pass.Code, ""), pass.PassedOn));
        var seen = await outlook.LoadAsync(cancellationToken);
        View = new ViewModel(id, person.Name, person.Email?.Value, person.From, person.Until, [.. passes], seen.DepartureOf(id), [.. seen.FittedOrNearlyBy(id)]);
        return Page();
    }

    /// <summary>Whether a pass counts on the as-of date, and if not, since when no longer or from when.</summary>
    public Badge StateOf(Pass pass) => pass switch
    {
        _ when pass.Credential.Counts(pass.PassedOn, asOf.Date) => pass.Credential.CountsUntil is { } last
            ? new(Status.InForce, texts["Pass.CountsUntil", formats.ShortDay(last)])
            : new(Status.InForce, texts["Pass.Counts"]),
        _ when pass.PassedOn > asOf.Date => new(Status.Announced, texts["Pass.CountsFrom", formats.ShortDay(pass.PassedOn)]),
        _ => new(Status.Ended, texts["Pass.NoLonger"]),
    };

    public sealed record ViewModel(
        Guid Id, string Name, string? Email, DateOnly? From, DateOnly? Until, IReadOnlyList<Pass> Passes, Departure? Departure, IReadOnlyList<PersonPlace> Places);

    public sealed record Pass(Guid Id, Credential Credential, DateOnly PassedOn);
}
