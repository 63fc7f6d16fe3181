using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Program.Markets;

/// <summary>What is said of a country from a day on, when it is classified and when that is corrected.</summary>
public abstract class ClassificationInput
{
    public Classification? Market { get; set; }

    public string? Reason { get; set; }

    internal abstract class Rules<T> : AbstractValidator<T>
        where T : ClassificationInput
    {
        protected Rules(IStringLocalizer<ProgramTexts> texts)
        {
            RuleFor(input => input.Market).NotNull().WithMessage(_ => texts["Country.MarketMissing"]).IsInEnum();
            RuleFor(input => input.Reason).NotEmpty().WithMessage(_ => texts["Country.ReasonMissing"]).MaximumLength(RuleRevision.ReasonLength);
        }
    }
}
