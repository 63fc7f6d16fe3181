using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Imports;

/// <summary>The files that were brought in during the last day.</summary>
public sealed class IndexModel(PortalDbContext db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Row> Imports { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Imports = await db.Imports.AsNoTracking().Kept(clock).OrderByDescending(import => import.CreatedAt)
            .Select(import => new Row(
                import.Id, import.FileName, import.Kind, import.State, import.NewRows + import.ChangedRows + import.UnchangedRows + import.RefusedRows,
                db.Users.Where(user => user.Id == import.StartedBy).Select(user => user.DisplayName).FirstOrDefault(), import.CreatedAt))
            .ToListAsync(cancellationToken);
    }

    public sealed record Row(Guid Id, string FileName, ImportKind Kind, ImportState State, int Rows, string? StartedBy, DateTimeOffset CreatedAt);
}
