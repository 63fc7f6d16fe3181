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
    PortalDbContext db, RulebookInForce rulebooks, DraftQuery drafts, DraftSaving saving, Formats formats, IValidator<ReviseModel.InputModel> validator, IStringLocalizer<ProgramTexts> texts)
    : PageModel
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

        if (!ModelState.Accepts(validator, Input) || !await AcceptDateAsync(cancellationToken))
        {
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

    /// <summary>A competency changes on one day once: neither published nor drafted twice.</summary>
    private async Task<bool> AcceptDateAsync(CancellationToken cancellationToken)
    {
        var day = Input.EffectiveFrom!.Value;
        var own = View.Draft?.Id;
        if (View.Competency.History.Revisions.Any(revision => revision.EffectiveFrom == day))
        {
            ModelState.AddModelError("Input.EffectiveFrom", texts["Revise.DayPublished", View.Competency.Name, formats.Day(day)]);
        }
        else if (await db.RuleDrafts.AnyAsync(draft => draft.CompetencyCode == View.Competency.Code && draft.EffectiveFrom == day && draft.Id != own, cancellationToken))
        {
            ModelState.AddModelError("Input.EffectiveFrom", texts["Revise.DayDrafted", View.Competency.Name, formats.Day(day)]);
        }

        return ModelState.IsValid;
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
        Input.Version = theirs.Version;
        foreach (var amount in AmountInput.Of(View.Basis))
        {
            var mine = Input.Amounts.FindIndex(one => one.IsFor(amount));
            Tell($"Amounts[{mine}].Amount", mine >= 0 && Input.Amounts[mine].Amount != amount.Amount, amount.Amount is { } stated ? formats.Money(stated) : texts["Amount.NotStated"]);
        }

        Tell("EffectiveFrom", Input.EffectiveFrom != theirs.EffectiveFrom, formats.Day(theirs.EffectiveFrom));
        Tell("Reason", Input.Reason?.Trim() != theirs.Reason, theirs.Reason);
        Tell("Source", Input.Source?.Trim() != theirs.Source, theirs.Source);
        return Page();

        void Tell(string field, bool differs, string value)
        {
            if (differs)
            {
                ModelState.AddModelError($"Input.{field}", texts["Revise.Theirs", value]);
            }
        }
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
        View = new ViewModel(found, atHand?.Row, atHand?.Revision ?? chosen!);
        return View.Basis is not null;
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
