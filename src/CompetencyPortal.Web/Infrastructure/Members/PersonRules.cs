using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Mail;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.Members;

/// <summary>What a name and an address must look like wherever they are entered: they will stand in mail.</summary>
internal static class PersonRules
{
    /// <summary>What makes a link or an address of a name: a mail sent in the portal's name is not to carry somebody else's.</summary>
    private const string NotInNames = "<>@/\\";

    public static IRuleBuilderOptions<T, string?> PersonName<T>(this IRuleBuilder<T, string?> rule, IStringLocalizer<MemberTexts> texts) =>
        rule.NotEmpty().WithMessage(_ => texts["Person.Name.Missing"]).MaximumLength(PortalUser.DisplayNameLength)
            .Must(name => name is null || !name.Any(IsWrongInNames)).WithMessage(_ => texts["Person.Name.Wrong"]);

    public static IRuleBuilderOptions<T, string?> PersonAddress<T>(this IRuleBuilder<T, string?> rule, IStringLocalizer<MemberTexts> texts) =>
        rule.NotEmpty().WithMessage(_ => texts["Person.Email.Missing"]).MaximumLength(Invitation.EmailLength)
            .Must(email => string.IsNullOrWhiteSpace(email) || Recipient.IsAddress(email.Trim())).WithMessage(_ => texts["Person.Email.Wrong"]);

    public static IRuleBuilderOptions<T, string?> Language<T>(this IRuleBuilder<T, string?> rule, IStringLocalizer<MemberTexts> texts) =>
        rule.Must(culture => PortalCulture.All.Any(one => one.Name == culture)).WithMessage(_ => texts["Person.Language.Missing"]);

    /// <summary>One line of text: nothing in it ends a line or is unseen.</summary>
    public static IRuleBuilderOptions<T, string?> OneLine<T>(this IRuleBuilder<T, string?> rule, IStringLocalizer<MemberTexts> texts) =>
        rule.Must(text => text is null || !text.Any(char.IsControl)).WithMessage(_ => texts["Person.Line.Wrong"]);

    private static bool IsWrongInNames(char character) => char.IsControl(character) || NotInNames.Contains(character);
}
