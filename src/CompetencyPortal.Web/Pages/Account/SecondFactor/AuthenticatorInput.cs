using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account.SecondFactor;

/// <summary>What is posted to set up an authenticator app.</summary>
public sealed class AuthenticatorInput
{
    /// <summary>The key that was offered, protected.</summary>
    public string? Ticket { get; set; }

    public string? Code { get; set; }

    internal sealed class Validator : AbstractValidator<AuthenticatorInput>
    {
        private const int Longest = 100;

        public Validator(IStringLocalizer<SecondFactorTexts> texts) =>
            RuleFor(input => input.Code).NotEmpty().WithMessage(_ => texts["Code.Missing"]).MaximumLength(Longest);
    }
}
