using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CompetencyPortal.Web.Infrastructure;

public static class FormValidation
{
    /// <summary>
    /// Checks the shape of what was posted, and says whether it may be used. A field that could not even be read keeps that
    /// one message: what the validator thinks of its default value would only confuse.
    /// </summary>
    /// <param name="modelState">Where the messages go, and what binding has already found.</param>
    /// <param name="validator">The page's nested validator.</param>
    /// <param name="input">What was posted.</param>
    /// <param name="prefix">The page's property that <paramref name="input"/> is bound to.</param>
    public static bool Accepts<T>(this ModelStateDictionary modelState, IValidator<T> validator, T input, string prefix = "Input")
    {
        var unreadable = modelState.Where(entry => entry.Value?.Errors.Count > 0).Select(entry => entry.Key).ToHashSet();
        foreach (var failure in validator.Validate(input).Errors)
        {
            var key = failure.PropertyName is "" ? "" : $"{prefix}.{failure.PropertyName}";
            if (!unreadable.Contains(key))
            {
                modelState.AddModelError(key, failure.ErrorMessage);
            }
        }

        return modelState.IsValid;
    }
}
