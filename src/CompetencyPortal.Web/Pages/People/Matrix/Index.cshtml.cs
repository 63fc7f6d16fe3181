using System.Collections.Immutable;
using CompetencyPortal.Data;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Listing;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

using Person = CompetencyPortal.Data.Entities.Person;

namespace CompetencyPortal.Web.Pages.People.Matrix;

/// <summary>Who holds what: people beside credentials, for an option or a slot that may be chosen; an admin adds passes with one click.</summary>
public sealed class IndexModel(PortalDbContext db, RulebookInForce rulebooks, AsOf asOf, IStringLocalizer<PeopleTexts> texts) : ListModel
{
    /// <summary>The option or the slot whose credentials are shown, as <see cref="PlaceChoice"/> is written; all credentials if null.</summary>
    [FromQuery(Name = "place")]
    public string? Place { get; set; }

    /// <summary>Which people are shown; whoever holds or nearly holds once an option is chosen, else whoever is employed.</summary>
    [FromQuery(Name = "who")]
    public Audience? Who { get; set; }

    /// <summary>The day that passes are added with; the as-of date unless chosen otherwise.</summary>
    [FromQuery(Name = "day")]
    public DateOnly? Day { get; set; }

    public MatrixView View { get; private set; } = null!;

    public DateOnly PassDay => Day ?? asOf.Date;

    public Audience Shown => Who ?? (View.Chosen is null ? Audience.Employed : Audience.Holding);

    public bool IsFiltered => Search is not null || Place is not null || Who is not null;

    /// <summary>The pass that the last click added, which can be undone; null if it added none.</summary>
    [TempData]
    public Guid? Added { get; set; }

    [TempData]
    public int? AddedVersion { get; set; }

    /// <summary>The cell of a pass that the last click could not add (<see cref="CellId"/>), and why.</summary>
    [TempData]
    public string? RefusedCell { get; set; }

    [TempData]
    public string? RefusedPass { get; set; }

    [TempData]
    public string? Refusal { get; set; }

    /// <summary>What a cell is called, so that the focus stays on it.</summary>
    public static string CellId(Guid person, CredentialCode code) => $"cell-{person:N}-{code}";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(isWhole: false, cancellationToken);
        if (RefusedCell is { } cell && Refusal is { } reason)
        {
            ModelState.AddModelError(cell, texts["Matrix.Refused", RefusedPass ?? "", reason]);
        }
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(isWhole: true, cancellationToken);
        var columns = View.Credentials.SelectMany(credential => new[] { credential.Code.Value, $"{credential.Code.Value} counts" });
        var rows = View.People.Select(row => (IReadOnlyList<object?>)
        [
            row.Person.Name, row.Person.Email?.Value, row.Person.From, row.Person.Until,
            .. row.Cells.SelectMany(cell => new object?[] { cell.PassedOn, cell.PassedOn is null ? null : cell.State is CellState.Counts }),
        ]);
        return new CsvResult($"matrix-{asOf.Iso}", ["name", "email", "from", "until", .. columns], rows.ToAsyncEnumerable());
    }

    private async Task LoadAsync(bool isWhole, CancellationToken cancellationToken)
    {
        var rulebook = await rulebooks.GetAsync(cancellationToken);
        var choices = PlaceChoice.AllOn(asOf.Date, rulebook);
        var chosen = choices.FirstOrDefault(choice => choice.ToString() == Place);
        ImmutableArray<Credential> credentials = chosen is null ? rulebook.Credentials.All : [.. rulebook.Credentials.All.Where(one => chosen.Codes.Contains(one.Code))];
        View = new MatrixView(choices, chosen, credentials, [], [], new Paging(1, 0));

        // A slot is filled from all people, whichever of them are shown.
        var everybody = await db.People.AsNoTracking().Include(person => person.Credentials)
            .OrderBy(person => person.Name).ThenBy(person => person.Id).ToListAsync(cancellationToken);
        var people = everybody.Where(person => IsShown(person, rulebook.Credentials)).ToList();
        var paging = Paging.In(people.Count, PageAsked);
        View = View with
        {
            Paging = paging,
            People = [.. (isWhole ? people : paging.Of(people)).Select(person => MatrixRow.Of(person, credentials, chosen, rulebook.Credentials, asOf.Date))],
            Places = chosen is null || isWhole ? [] : PlacesOf(chosen, everybody, rulebook),
        };
    }

    private bool IsShown(Person person, CredentialCatalog catalog) =>
        (Search is not { } search || person.Name.Contains(search, StringComparison.CurrentCultureIgnoreCase)
            || person.Email?.Value.Contains(search, StringComparison.OrdinalIgnoreCase) is true)
        && (Shown is Audience.Everybody || EffectivePeriod.Between(person.From, person.Until).Contains(asOf.Date))
        && (Shown is not Audience.Holding || HoldsAny(MatrixRow.Judged(person, catalog)));

    private bool HoldsAny(Domain.Evidence.Person person) => View.Credentials.Any(credential => person.Holds(credential.Code, asOf.Date));

    private ImmutableArray<PersonPlace> PlacesOf(PlaceChoice chosen, List<Person> everybody, Rulebook rulebook)
    {
        var evidence = new PartnerEvidence("", null, [], everybody.Select(person => MatrixRow.Judged(person, rulebook.Credentials)));
        return
        [
            .. from asked in chosen.Requirements
               let finding = StaffingSolver.Solve(asked.Requirement, evidence, asOf.Date)
               from slack in finding.Slack()
               where chosen.Place is not { } place || (place.Team == slack.Team && place.Number == slack.Slot)
               select new PersonPlace(chosen.Competency, chosen.Option, asked.Tier, finding, slack, null),
        ];
    }
}
