using System.Linq.Expressions;
using CompetencyPortal.Data.Values;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.Facts;

/// <summary>The shape of days that people enter.</summary>
internal static class PeriodRules
{
    public static IRuleBuilderOptions<T, DateOnly?> IsPlausible<T>(this IRuleBuilder<T, DateOnly?> rule, IStringLocalizer<FactsTexts> texts) =>
        rule.InclusiveBetween(PlausibleDays.Earliest, PlausibleDays.Latest).WithMessage(_ => texts["Day.OutOfBounds", PlausibleDays.Earliest.Year, PlausibleDays.Latest.Year]);

    /// <summary>A first and a last day, either of them open.</summary>
    public static void HasPeriod<T>(
        this AbstractValidator<T> validator,
        Expression<Func<T, DateOnly?>> from,
        Expression<Func<T, DateOnly?>> until,
        IStringLocalizer<FactsTexts> texts)
    {
        var firstDay = from.Compile();
        validator.RuleFor(from).IsPlausible(texts);
        validator.RuleFor(until).IsPlausible(texts);
        validator.RuleFor(until)
            .Must((input, lastDay) => EffectivePeriod.IsInOrder(firstDay(input), lastDay))
            .WithMessage(_ => texts["Period.Reversed"]);
    }
}
