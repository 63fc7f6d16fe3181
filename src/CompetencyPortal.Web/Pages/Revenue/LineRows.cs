using CompetencyPortal.Data;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Pages.Options;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Revenue;

/// <summary>One row of the list, as the list that an address names shows it.</summary>
public sealed class LineRows(PortalDbContext db, LineLists lists, RulebookInForce rulebook, RevenueText words, CurrentUser user, AsOf asOf)
{
    /// <summary>The row; null if the organisation has no such line.</summary>
    /// <param name="id">The line.</param>
    /// <param name="back">The list's address; null if none is known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<LineRowView?> FindAsync(Guid id, string? back, CancellationToken cancellationToken)
    {
        if (await LineRow.Of(db.RevenueLines.Where(line => line.Id == id), user.MaySeeAmounts).FirstOrDefaultAsync(cancellationToken) is not { } row)
        {
            return null;
        }

        var rules = await rulebook.GetAsync(cancellationToken);
        var code = QueryHelpers.ParseQuery(back?.Split('?', 2).ElementAtOrDefault(1)).GetValueOrDefault("threshold").ToString();
        var threshold = ThresholdChoice.Of(rules, asOf.Date, words).FirstOrDefault(one => one.Code == code);
        if (threshold is not null)
        {
            row = row with { Answer = await lists.JudgeAsync(id, threshold, rules, cancellationToken) };
        }

        return new LineRowView(row, rules.Products, threshold is not null, back ?? "/revenue");
    }
}
