using CompetencyPortal.Data;
using CompetencyPortal.Data.Revenue;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Pages.Options;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Revenue.Bulk;

/// <summary>
/// A page on which many lines are edited or deleted at once: those that were marked in the list, each at the version that was
/// seen there, or all that the address asks for, at the version of the facts. It says how many they are before anything is done.
/// </summary>
[Authorize(Policy = Policies.PartnerAdmin)]
public abstract class BulkModel(
    PortalDbContext db, LineLists lists, BulkLines bulk, LineHistory history, RulebookInForce rulebook, RevenueText words, CurrentUser user, AsOf asOf,
    TimeProvider time, IStringLocalizer<RevenueTexts> texts)
    : LineListModel(db, lists, rulebook, words, user, asOf)
{
    private const string Skip = "skip";
    private const string Take = "take";

    [TempData]
    public string? StatusMessage { get; set; }

    /// <summary>Where the list offers to undo the act. Not its key: what is kept from one page to the next turns a text that reads as a key into one.</summary>
    [TempData]
    public string? UndoUrl { get; set; }

    /// <summary>Whether the lines were marked one by one; otherwise all are meant that the address asks for.</summary>
    [BindProperty]
    public bool IsMarked { get; set; }

    /// <summary>The lines that were marked.</summary>
    [BindProperty]
    public List<string> Lines { get; set; } = [];

    /// <summary>Those that somebody changed since, at the version that was shown then.</summary>
    [BindProperty]
    public List<string> Changed { get; set; } = [];

    /// <summary>What is done with those: they are skipped, or taken too.</summary>
    [BindProperty]
    public string? Decision { get; set; }

    /// <summary>The version of the facts at which all lines were asked for.</summary>
    [BindProperty]
    public long FactsVersion { get; set; }

    /// <summary>When the lines were looked at: what was changed since then is told.</summary>
    [BindProperty]
    public long Seen { get; set; }

    public BulkView View { get; private set; } = null!;

    /// <summary>The list's address, with everything that narrows it.</summary>
    public string ListUrl => $"{Request.PathBase}/revenue{Request.QueryWithout("handler")}";

    protected IStringLocalizer<RevenueTexts> Texts => texts;

    private DateTimeOffset SeenAt => Seen is 0 ? time.GetUtcNow() : new DateTimeOffset(Math.Clamp(Seen, 0, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);

    /// <summary>What the form's own fields cannot mean is said beside them; everything else is refused.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (ModelState.Any(entry => entry.Value?.Errors.Count > 0 && !entry.Key.StartsWith("Input.", StringComparison.Ordinal))
            || (IsMarked && Lines.Concat(Changed).Any(text => !ChosenLine.TryParse(text, out _))))
        {
            context.Result = BadRequest();
        }
    }

    /// <summary>All that match, as the page opens by a link.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken) ?? await ShowAsync(await List.ChooseAllAsync(cancellationToken), [], cancellationToken);

    /// <summary>Those that were marked in the list.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await BeginAsync(cancellationToken) ?? await ChooseAndShowAsync(cancellationToken);

    /// <summary>The act itself.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken)
    {
        if (await BeginAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (await ChosenAsync(cancellationToken) is not { } chosen)
        {
            return NotFound();
        }

        if (!await AcceptsAsync(cancellationToken))
        {
            return await ShowAsync(chosen, [], cancellationToken);
        }

        var (act, meanwhile) = await SplitAsync(chosen, cancellationToken);
        if (meanwhile.Count > 0)
        {
            return await ShowAsync(act, meanwhile, cancellationToken);
        }

        var outcome = await bulk.ActAsync(act, EditOf(), cancellationToken);
        if (outcome.Meanwhile.Count > 0)
        {
            var changed = outcome.Meanwhile.Select(one => one.Id).ToHashSet();
            return await ShowAsync([.. act.Where(one => !changed.Contains(one.Id))], outcome.Meanwhile, cancellationToken);
        }

        StatusMessage = outcome.Change is { } change ? MessageOf(change.Lines) : texts["Bulk.Nothing"];
        UndoUrl = outcome.Change is { Id: var id } ? Url.Page("/Revenue/Bulk/Undo", new { id }) : null;
        return LocalRedirect(ListUrl);
    }

    /// <summary>What the lines are given; null where they are deleted.</summary>
    protected abstract BulkEdit? EditOf();

    /// <summary>What is said once it is done.</summary>
    protected abstract string MessageOf(int lines);

    /// <summary>Whether everything that is named by its key is the organisation's own.</summary>
    protected virtual Task<bool> KnowsAllNamedAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Whether what was entered can be done; says what is wrong with it.</summary>
    protected virtual Task<bool> AcceptsAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Loads what the page shows beside the lines.</summary>
    protected virtual Task LoadAsync(IReadOnlyList<ChosenLine> chosen, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<IActionResult?> BeginAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken) ?? (await KnowsAllNamedAsync(cancellationToken) ? null : NotFound());

    private async Task<IActionResult> ChooseAndShowAsync(CancellationToken cancellationToken)
    {
        if (await ChosenAsync(cancellationToken) is not { } chosen)
        {
            return NotFound();
        }

        if (chosen.Count is 0)
        {
            StatusMessage = texts["Bulk.NoneMarked"];
            return LocalRedirect(ListUrl);
        }

        return await ShowAsync(chosen, [], cancellationToken);
    }

    /// <summary>The lines that are meant; null if one of them is not, and never was, the organisation's.</summary>
    private async Task<IReadOnlyList<ChosenLine>?> ChosenAsync(CancellationToken cancellationToken)
    {
        if (!IsMarked)
        {
            return await List.ChooseAllAsync(cancellationToken);
        }

        var chosen = new List<ChosenLine>();
        foreach (var text in Decision is Take ? Lines.Concat(Changed) : Lines)
        {
            if (!ChosenLine.TryParse(text, out var line))
            {
                return null;
            }

            chosen.Add(line);
        }

        return await history.AreOwnAsync(chosen.Select(line => line.Id), cancellationToken) ? chosen : null;
    }

    /// <summary>The lines that the act is for; and those of which the reader is asked first.</summary>
    private async Task<(IReadOnlyList<ChosenLine> Act, IReadOnlyList<ChosenLine> Meanwhile)> SplitAsync(IReadOnlyList<ChosenLine> chosen, CancellationToken cancellationToken)
    {
        if (IsMarked)
        {
            var changed = await bulk.MeanwhileAsync(chosen, cancellationToken);
            return (Without(changed), changed);
        }

        var isAsBefore = FactsVersion == CurrentUser.FactsVersion;
        if (isAsBefore && Decision is not Skip)
        {
            return (chosen, []);
        }

        var since = await history.ChangedSinceAsync(SeenAt, cancellationToken);
        var meanwhile = chosen.Where(line => since.Contains(line.Id)).ToList();
        return (Without(meanwhile), isAsBefore ? [] : meanwhile);

        List<ChosenLine> Without(List<ChosenLine> others)
        {
            var keys = others.Select(line => line.Id).ToHashSet();
            return [.. chosen.Where(line => !keys.Contains(line.Id))];
        }
    }

    private async Task<IActionResult> ShowAsync(IReadOnlyList<ChosenLine> chosen, IReadOnlyList<ChosenLine> meanwhile, CancellationToken cancellationToken)
    {
        View = new BulkView(
            chosen,
            IsMarked || meanwhile.Count > 0 ? await history.SumAsync(chosen, cancellationToken) : await List.SumAsync(cancellationToken),
            meanwhile,
            await history.TellAsync(meanwhile, SeenAt, cancellationToken),
            SeenAt.UtcTicks,
            CurrentUser.FactsVersion ?? 0);
        if (meanwhile.Count > 0)
        {
            ModelState.AddModelError("", texts["Bulk.ChangedMeanwhile"]);
        }

        await LoadAsync(chosen, cancellationToken);
        return Page();
    }
}
