using CompetencyPortal.Data;
using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.Facts;

/// <summary>Says who did the last thing to a row, and when, to somebody whose form has been refused for it.</summary>
public sealed class LastAct(PortalDbContext db, Formats formats, IStringLocalizer<FactsTexts> texts)
{
    /// <summary>What <paramref name="message"/> says, and by whom it came to that.</summary>
    public async Task<string> AddToAsync(string message, string key, IReadOnlyCollection<string> actions, CancellationToken cancellationToken) =>
        await db.LastActAsync(key, actions, cancellationToken) is var (who, at)
            ? texts["Conflict.By", message, who ?? texts["Conflict.Programme"], formats.Moment(at)]
            : message;
}
