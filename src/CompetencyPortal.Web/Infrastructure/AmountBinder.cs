using System.Globalization;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// Reads an amount as people of the request's culture write it: its decimal separator, its group separators or any kind of
/// space between the groups, a US$ sign or none, and any kind of minus.
/// </summary>
internal sealed class AmountBinder(IStringLocalizer<SharedTexts> texts, bool isRequired) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        if (string.IsNullOrWhiteSpace(value.FirstValue))
        {
            if (isRequired)
            {
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, texts["Amount.Missing"]);
            }
            else
            {
                bindingContext.Result = ModelBindingResult.Success(null);
            }
        }
        else if (TryRead(value.FirstValue, value.Culture, out var amount))
        {
            bindingContext.Result = ModelBindingResult.Success(amount);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(
                bindingContext.ModelName, texts["Amount.Unreadable", 1234.50m.ToString("N2", value.Culture)]);
        }

        return Task.CompletedTask;
    }

    public static bool TryRead(string text, CultureInfo culture, out decimal amount)
    {
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        format.NegativeSign = "-";
        var plain = string.Concat(text.Where(character => !char.IsWhiteSpace(character)))
            .Replace("US$", "", StringComparison.OrdinalIgnoreCase)
            .Replace("$", "", StringComparison.Ordinal)
            .Replace('\u2212', '-');
        if (string.IsNullOrWhiteSpace(format.NumberGroupSeparator))
        {
            format.NumberGroupSeparator = "\u00a0";
        }
        else if (!IsGrouped(plain, format))
        {
            amount = 0;
            return false;
        }

        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, format, out amount);
    }

    /// <summary>The framework takes a group separator anywhere, so that 1,5 would become 15; here groups have three digits.</summary>
    private static bool IsGrouped(string text, NumberFormatInfo format)
    {
        var whole = text.Split(format.NumberDecimalSeparator)[0];
        return whole.Split(format.NumberGroupSeparator).Skip(1).All(group => group.Length is 3);
    }
}
