using CompetencyPortal.Data;
using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.Facts;

/// <summary>What the pages that change one kind of fact have in common: who may open them, how they find a row, and where they lead.</summary>
[Authorize(Policy = Policies.PartnerAdmin)]
public abstract class FactModel<TRow>(PortalDbContext db, IFactWords<TRow> words, IStringLocalizer<FactsTexts> texts) : PageModel
    where TRow : class, IPartnerFact, IVersioned
{
    [TempData]
    public string? StatusMessage { get; set; }

    /// <summary>The row that the address names; null where one is added.</summary>
    [FromRoute]
    public Guid? Id { get; set; }

    /// <summary>The local address that the reader came from and returns to; null if none is known.</summary>
    [FromQuery(Name = "back")]
    public string? Back
    {
        get => Url.LeadsTo(field) ? field : null;
        set;
    }

    protected PortalDbContext Db => db;

    protected IStringLocalizer<FactsTexts> Texts => texts;

    /// <summary>The rows that this page is about; never another organisation's.</summary>
    protected virtual IQueryable<TRow> Rows => db.Set<TRow>();

    /// <summary>Loads what the page shows beside the fact; false if there is nothing that the fact could belong to.</summary>
    protected virtual Task<bool> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>The row as it is stored now; null if the address names none.</summary>
    protected Task<TRow?> FindAsync(CancellationToken cancellationToken) =>
        Rows.FirstOrDefaultAsync(row => EF.Property<Guid?>(row, nameof(Id)) == Id, cancellationToken);

    /// <summary>Who deleted the row that is named, and when, in the words of <paramref name="text"/>; null if it was never one of this organisation's.</summary>
    protected async Task<string?> TellDeletionAsync(string text, CancellationToken cancellationToken) =>
        Id is { } id && await db.DeletionAsync<TRow>(id, cancellationToken) is var (who, at)
            ? Texts[text, who ?? Texts["Conflict.Programme"], HttpContext.RequestServices.GetRequiredService<Formats>().Moment(at)].Value
            : null;

    /// <summary>Says edits in words.</summary>
    protected async Task<IReadOnlyList<FactStep>> TellAsync(IReadOnlyList<RowEdit<TRow>> edits, CancellationToken cancellationToken)
    {
        var steps = new List<FactStep>(edits.Count);
        foreach (var edit in edits)
        {
            var before = await DescribeAsync(edit.Before, cancellationToken);
            steps.Add(FactStep.Of(edit.Who ?? Texts["Conflict.Programme"], edit.At, before, await DescribeAsync(edit.After, cancellationToken)));
        }

        return steps;
    }

    protected Task<FactDescription> DescribeAsync(TRow row, CancellationToken cancellationToken) => words.DescribeAsync(row, cancellationToken);

    /// <summary>The address to return to, whether or not something was done.</summary>
    public string ReturnUrl => Back ?? Home(Id);

    /// <summary>The address that leads to the row <paramref name="id"/>, or to all of them where it is null.</summary>
    protected abstract string Home(Guid? id);

    protected IActionResult Leave(Guid? id, string message)
    {
        StatusMessage = message;
        return LocalRedirect(Back ?? Home(id));
    }
}
