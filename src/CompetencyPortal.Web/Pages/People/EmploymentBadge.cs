using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.People;

/// <summary>Whether a person is employed on the as-of date; nobody else counts.</summary>
public sealed class EmploymentBadge(AsOf asOf, IStringLocalizer<FactsTexts> texts)
{
    public Badge Of(DateOnly? from, DateOnly? until) => PeriodStates.SeenFrom(asOf.Date, from, until) switch
    {
        PeriodState.Coming => new(Status.Announced, texts["Person.Coming"]),
        PeriodState.Current => new(Status.InForce, texts["Person.Employed"]),
        PeriodState.Past => new(Status.Ended, texts["Person.Left"]),
    };
}
