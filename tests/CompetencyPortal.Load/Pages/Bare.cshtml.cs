using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Load.Pages;

public sealed class BareModel(PortalDbContext db) : PageModel
{
    public const int Count = 12;

    private static readonly Func<PortalDbContext, IAsyncEnumerable<CountryMarket>> First = EF.CompileAsyncQuery((PortalDbContext context) =>
        context.CountryMarkets.AsNoTracking().OrderBy(row => row.CountryCode).ThenBy(row => row.EffectiveFrom).Take(Count));

    public IReadOnlyList<CountryMarket> Rows { get; private set; } = [];

    public async Task OnGetAsync() => Rows = await First(db).ToListAsync();
}
