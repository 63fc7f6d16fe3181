using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.Members;

/// <summary>Who is invited: what every form for an invitation asks.</summary>
public class InviteeInput
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    /// <summary>The language of the mail.</summary>
    public string? Culture { get; set; } = PortalCulture.Current.Name;

    internal class Rules<T> : AbstractValidator<T>
        where T : InviteeInput
    {
        public Rules(IStringLocalizer<MemberTexts> texts)
        {
            RuleFor(input => input.Name).PersonName(texts);
            RuleFor(input => input.Email).PersonAddress(texts);
            RuleFor(input => input.Culture).Language(texts);
        }
    }

    internal sealed class Validator(IStringLocalizer<MemberTexts> texts) : Rules<InviteeInput>(texts);
}
