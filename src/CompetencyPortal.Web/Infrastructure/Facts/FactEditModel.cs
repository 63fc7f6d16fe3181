using CompetencyPortal.Data;
using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.Facts;

/// <summary>
/// A page on which one kind of fact is added, where its address names no row, or edited. The way of a fact is written here
/// once; a page says what its form holds (<see cref="Read"/>, <see cref="Compose"/>) and what must be true of it (<see cref="DecideAsync"/>).
/// </summary>
public abstract class FactEditModel<TRow, TInput>(
    PortalDbContext db, IFactWords<TRow> words, IValidator<TInput> validator, IStringLocalizer<FactsTexts> texts)
    : FactModel<TRow>(db, words, texts), IFactForm
    where TRow : class, IPartnerFact, IVersioned
    where TInput : FactInput, new()
{
    [BindProperty]
    public TInput Input { get; set; } = new();

    /// <inheritdoc/>
    public IReadOnlyList<FactStep> Steps { get; private set; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<FactDifference> Conflict { get; private set; } = [];

    /// <inheritdoc/>
    public bool IsDeleted { get; private set; }

    /// <inheritdoc/>
    public string? Target => IsDeleted
        ? Url.Page("Add", new RouteValueDictionary(RouteData.Values.Where(value => value.Key is not ("page" or "id"))) { ["back"] = Back })
        : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Id is not null)
        {
            if (await FindAsync(cancellationToken) is not { } row)
            {
                return NotFound();
            }

            Input = Read(row);
            Input.Version = row.Version;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || !await KnowsAllNamedAsync(cancellationToken))
        {
            return NotFound();
        }

        var row = Id is null ? null : await FindAsync(cancellationToken);
        if (row is null && Id is not null)
        {
            return await ShowDeletedAsync(cancellationToken);
        }

        if (!await AcceptsAsync(cancellationToken))
        {
            return Page();
        }

        var id = Id ?? Guid.CreateVersion7();
        var entered = Compose(id, Db.PartnerScope!.Value);
        try
        {
            await SaveAsync(entered, row, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ShowConflictAsync(entered, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // What the decision rested on may have changed since: asked again, it then says so.
            if (!await LoadAsync(cancellationToken))
            {
                return NotFound();
            }

            if (await AcceptsAsync(cancellationToken))
            {
                throw;
            }

            return Page();
        }

        var name = (await DescribeAsync(entered, cancellationToken)).Name;
        return Leave(id, Id is null ? Texts["Fact.Added", name] : Texts["Fact.Saved", name]);
    }

    /// <summary>What the form holds when it opens.</summary>
    protected abstract TInput Read(TRow row);

    /// <summary>Whether every row that the form names by its key is, or once was, the organisation's own; what it never had is not found.</summary>
    protected virtual Task<bool> KnowsAllNamedAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Refuses what is not true, of whatever could be read; every error at once.</summary>
    protected virtual Task DecideAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The row that an accepted <see cref="Input"/> describes.</summary>
    protected abstract TRow Compose(Guid id, Guid partnerId);

    /// <summary>Says what is wrong with a field of which nothing worse is known.</summary>
    protected void Refuse(string field, string message)
    {
        var key = $"{nameof(Input)}.{field}";
        if (ModelState.GetFieldValidationState(key) != ModelValidationState.Invalid)
        {
            ModelState.AddModelError(key, message);
        }
    }

    private async Task<bool> AcceptsAsync(CancellationToken cancellationToken)
    {
        ModelState.Accepts(validator, Input);
        await DecideAsync(cancellationToken);
        return ModelState.IsValid;
    }

    private async Task SaveAsync(TRow entered, TRow? row, CancellationToken cancellationToken)
    {
        if (row is null)
        {
            Db.Add(entered);
        }
        else
        {
            entered.Version = row.Version;
            Db.Entry(row).CurrentValues.SetValues(entered);
            Db.Expect(row, Input.Version);
        }

        Db.AuditFact(row ?? entered);
        await Db.SaveChangesAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowConflictAsync(TRow entered, CancellationToken cancellationToken)
    {
        Db.ChangeTracker.Clear();
        if (await FindAsync(cancellationToken) is not { } theirs)
        {
            return await ShowDeletedAsync(cancellationToken);
        }

        var edits = await Db.EditsSinceAsync(theirs, Input.Version, cancellationToken);
        Steps = await TellAsync(edits, cancellationToken);
        if (edits.Count > 0)
        {
            foreach (var taken in Merge.TakeUntouched(Input, Read(edits[0].Before), Read(theirs)))
            {
                ModelState.Remove($"{nameof(Input)}.{taken}");
            }

            entered = Compose(Id!.Value, Db.PartnerScope!.Value);
        }

        Conflict = FactDifference.Between(await DescribeAsync(entered, cancellationToken), await DescribeAsync(theirs, cancellationToken));
        SetVersion(theirs.Version);
        ModelState.AddModelError("", Texts["Fact.ChangedMeanwhile"]);
        return Page();
    }

    private async Task<IActionResult> ShowDeletedAsync(CancellationToken cancellationToken)
    {
        if (await TellDeletionAsync("Fact.DeletedMeanwhile", cancellationToken) is not { } told)
        {
            return NotFound();
        }

        IsDeleted = true;
        SetVersion(0);
        ModelState.AddModelError("", told);
        return Page();
    }

    private void SetVersion(int version)
    {
        ModelState.Remove($"{nameof(Input)}.{nameof(FactInput.Version)}");
        Input.Version = version;
    }
}
