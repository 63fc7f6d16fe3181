using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Program.Rulebook;

/// <summary>Revises the thresholds of a competency in a draft: a new one, made of a published revision, or one at hand.</summary>
public sealed class ReviseModel(
    PortalDbContext db, RulebookInForce rulebooks, DraftQuery drafts, DraftSaving saving, DraftConflicts conflicts, IValidator<ReviseModel.InputModel> validator,
    IStringLocalizer<ProgramTexts> texts) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public ViewModel View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string competency, Guid? draft, DateOnly? basis, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(competency, draft, basis, cancellationToken) || (draft is not null && View.Draft is null))
        {
            return NotFound();
        }

        Input = new InputModel
        {
            EffectiveFrom = View.Draft?.EffectiveFrom,
            Reason = View.Draft?.Reason,
            Source = View.Draft?.Source,
            Version = View.Draft?.Version ?? 0,
            Amounts = AmountInput.Of(View.Basis),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string competency, Guid? draft, DateOnly? basis, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(competency, draft, basis, cancellationToken))
        {
            return NotFound();
        }

        if (draft is not null && View.Draft is null)
        {
            // Published or deleted meanwhile: what was typed can still be saved, as a new draft.
            ModelState.AddModelError("", texts["Revise.Gone"]);
            return Page();
        }

        if (!ModelState.Accepts(validator, Input))
        {
            return Page();
        }

        if (await conflicts.OnDayAsync(View.Competency, Input.EffectiveFrom!.Value, View.Draft?.Id, cancellationToken) is { } taken)
        {
            ModelState.AddModelError("Input.EffectiveFrom", taken);
            return Page();
        }

        var revised = ReviseThresholds.Apply(View.Basis, Input.Amounts) with { EffectiveFrom = Input.EffectiveFrom!.Value };
        try
        {
            var saved = await saving.SaveAsync(View.Draft, Input, View.Competency.Code, View.Basis, revised, cancellationToken);
            StatusMessage = texts["Revise.Saved"];
            return RedirectToPage("Draft", new { competency, draft = saved });
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ShowConflictAsync(competency, View.Draft!.Id, cancellationToken);
        }
    }

    /// <summary>Shows beside each field what somebody else has saved there meanwhile; what was typed stays, and saving again replaces theirs.</summary>
    private async Task<IActionResult> ShowConflictAsync(string competency, Guid id, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await LoadAsync(competency, id, null, cancellationToken);
        ModelState.Clear();
        if (View.Draft is not { } theirs)
        {
            ModelState.AddModelError("", texts["Revise.Gone"]);
            return Page();
        }

        ModelState.AddModelError("", texts["Revise.Conflict", await drafts.LastEditorAsync(id, cancellationToken) ?? ""]);
        conflicts.Tell(ModelState, Input, theirs, View.Basis);
        Input.Version = theirs.Version;
        return Page();
    }

    private async Task<bool> LoadAsync(string competency, Guid? draft, DateOnly? basis, CancellationToken cancellationToken)
    {
        if ((await rulebooks.GetAsync(cancellationToken)).Competency(competency) is not { } found)
        {
            return false;
        }

        var atHand = draft is { } id ? await drafts.FindAsync(competency, id, cancellationToken) : null;
        var revisions = found.History.Revisions;
        var chosen = basis is null ? revisions[^1] : revisions.FirstOrDefault(revision => revision.EffectiveFrom == basis);
        if ((atHand?.Revision ?? chosen) is not { } revised)
        {
            return false;
        }

        View = new ViewModel(found, atHand?.Row, revised);
        return true;
    }

    public sealed class InputModel
    {
        public DateOnly? EffectiveFrom { get; set; }

        public string? Reason { get; set; }

        public string? Source { get; set; }

        public int Version { get; set; }

        public List<AmountInput> Amounts { get; set; } = [];
    }

    /// <param name="Competency">The competency.</param>
    /// <param name="Draft">The draft at hand; null if it is still to be made.</param>
    /// <param name="Basis">What is revised: the draft, or the revision of which one is made.</param>
    public sealed record ViewModel(Competency Competency, RuleDraft? Draft, Revision Basis);

    internal sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator(AsOf asOf, Formats formats, IStringLocalizer<ProgramTexts> texts)
        {
            RuleFor(input => input.EffectiveFrom).NotNull().WithMessage(_ => texts["Country.FromMissing"])
                .GreaterThanOrEqualTo(asOf.Today).WithMessage(_ => texts["Revise.Backdated", formats.Day(asOf.Today)])
                .LessThanOrEqualTo(AsOf.Latest).WithMessage(_ => texts["Country.FromOutOfBounds"]);
            RuleFor(input => input.Reason).NotEmpty().WithMessage(_ => texts["Country.ReasonMissing"]).MaximumLength(RuleRevision.ReasonLength);
            RuleFor(input => input.Source).NotEmpty().WithMessage(_ => texts["Revise.SourceMissing"]).MaximumLength(RuleRevision.SourceLength);
            RuleForEach(input => input.Amounts).ChildRules(row => row.RuleFor(amount => amount.Amount)
                .Must(amount => amount is not { } stated || (stated >= 0 && Money.IsValid(stated))).WithMessage(_ => texts["Revise.AmountOutOfBounds"]));
        }
    }
}
