using CompetencyPortal.Data.Countries;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Members;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Program.Partners;

/// <summary>What an organisation is: asked when it is added, and when that is edited.</summary>
public class ProfileInput
{
    /// <summary>The page that adds organisations has this word where others have their number.</summary>
    private const string Reserved = "ADD";

    public string? Name { get; set; }

    public string? Number { get; set; }

    public string? Country { get; set; }

    public DateOnly? MembershipAnniversary { get; set; }

    internal class Rules<T> : AbstractValidator<T>
        where T : ProfileInput
    {
        public Rules(IStringLocalizer<MemberTexts> texts)
        {
            RuleFor(input => input.Name).NotEmpty().WithMessage(_ => texts["Partner.Name.Missing"]).MaximumLength(Partner.NameLength).OneLine(texts);
            RuleFor(input => input.Number).NotEmpty().WithMessage(_ => texts["Partner.Number.Missing"])
                .Must(number => string.IsNullOrWhiteSpace(number) || (PartnerNumber.TryParse(number, out var parsed) && parsed.Value is not Reserved))
                .WithMessage(_ => texts["Partner.Number.Wrong", PartnerNumber.MaxLength]);
            RuleFor(input => input.Country).Must(country => CountryCode.TryParse(country, out _)).WithMessage(_ => texts["Partner.Country.Missing"]);
            RuleFor(input => input.MembershipAnniversary).NotNull().WithMessage(_ => texts["Partner.Anniversary.Missing"])
                .InclusiveBetween(AsOf.Earliest, AsOf.Latest).WithMessage(_ => texts["Partner.Anniversary.OutOfBounds"]);
        }
    }
}
