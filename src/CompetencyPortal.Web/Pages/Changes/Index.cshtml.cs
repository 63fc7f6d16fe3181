using CompetencyPortal.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages.Changes;

/// <summary>What has changed since the reader's last visit, or since another moment that the address names.</summary>
public sealed class IndexModel(WhatChanged changes, CurrentUser reader, TimeProvider clock) : PageModel
{
    public const string Parameter = "since";

    /// <summary>The moment as the address names it.</summary>
    [FromQuery(Name = Parameter)]
    public string? Asked { get; set; }

    /// <summary>Whether it is the last visit that is asked about.</summary>
    public bool IsLastVisit => string.IsNullOrEmpty(Asked);

    /// <summary>The changes; null where no moment is named and there was no visit before.</summary>
    public ChangesView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!TryRead(out var since))
        {
            return BadRequest();
        }

        View = since is { } moment ? await changes.SinceAsync(moment, cancellationToken) : null;
        return Page();
    }

    /// <summary>The same in short, as a part of the overview.</summary>
    public async Task<IActionResult> OnGetSummaryAsync(CancellationToken cancellationToken)
    {
        if (!TryRead(out var since) || since is not { } moment)
        {
            return BadRequest();
        }

        View = await changes.SinceAsync(moment, cancellationToken);
        return Partial("_Summary", this);
    }

    /// <summary>The moment asked about: neither before all that can be asked about, nor to come.</summary>
    private bool TryRead(out DateTimeOffset? since)
    {
        since = reader.PreviousVisitAt;
        if (IsLastVisit)
        {
            return true;
        }

        var readable = Moment.TryRead(Asked!, out var asked);
        since = asked;
        return readable && asked <= clock.GetUtcNow() && DateOnly.FromDateTime(asked.UtcDateTime) >= AsOf.Earliest;
    }
}
