using CompetencyPortal.Data;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.People.Passes;

/// <summary>What is true of a pass wherever it is entered: the credential could be sat on that day, and the same pass is not recorded yet.</summary>
public sealed class PassRules(PortalDbContext db, Formats formats, IStringLocalizer<FactsTexts> texts)
{
    /// <summary>Why a pass cannot be recorded; null if it can.</summary>
    /// <param name="personId">Whose it is.</param>
    /// <param name="credential">What was passed.</param>
    /// <param name="day">When.</param>
    /// <param name="id">The row that is edited; null where one is added.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<string?> WhyNotAsync(Guid personId, Credential credential, DateOnly day, Guid? id, CancellationToken cancellationToken)
    {
        if (!credential.CanBeSatOn(day))
        {
            return WhenItCanBeSat(credential);
        }

        var isRecorded = await db.PersonCredentials.AnyAsync(
            pass => pass.PersonId == personId && pass.Code == credential.Code && pass.PassedOn == day && pass.Id != id, cancellationToken);
        return isRecorded ? texts["Pass.Recorded", credential.Code.Value, formats.ShortDay(day)].Value : null;
    }

    private string WhenItCanBeSat(Credential credential) => (credential.FirstSat, credential.LastSat) switch
    {
        ({ } first, { } last) => texts["Pass.SatBetween", credential.Code.Value, formats.Day(first), formats.Day(last)],
        ({ } first, null) => texts["Pass.SatFrom", credential.Code.Value, formats.Day(first)],
        (null, { } last) => texts["Pass.SatUntil", credential.Code.Value, formats.Day(last)],
        (null, null) => throw new InvalidOperationException($"{credential.Code} can be sat on any day."),
    };
}
