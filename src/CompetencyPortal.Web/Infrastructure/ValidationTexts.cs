using System.Globalization;
using CompetencyPortal.Web.Resources;
using FluentValidation.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// What a validator says where its author gave no words of their own: general sentences that name no property, because a
/// property's name is English. A rule outside <see cref="Rules"/> must bring its own message.
/// </summary>
internal sealed class ValidationTexts(IStringLocalizer<SharedTexts> texts) : ILanguageManager
{
    /// <summary>The rules that have words, as the shared texts <c>Validation.Rule</c>.</summary>
    public static readonly IReadOnlyList<string> Rules =
    [
        "NotEmpty", "NotNull", "MaximumLength", "MinimumLength", "Length", "Email", "Enum", "ScalePrecision",
        "GreaterThan", "GreaterThanOrEqual", "LessThan", "LessThanOrEqual", "InclusiveBetween", "RegularExpression",
    ];

    public bool Enabled { get; set; } = true;

    public CultureInfo? Culture { get; set; }

    public string GetString(string key, CultureInfo? culture = null)
    {
        var rule = key.EndsWith("Validator", StringComparison.Ordinal) ? key[..^"Validator".Length] : key;
        return Rules.Contains(rule) ? texts[$"Validation.{rule}"] : texts["Binding.Unreadable"];
    }
}
