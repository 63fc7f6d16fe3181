using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Reads one kind of value from what people type into a field, and says in their language what it could not read.</summary>
/// <param name="isRequired">Whether a value must be there.</param>
internal abstract class FieldBinder<T>(bool isRequired) : IModelBinder
    where T : struct
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
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, Missing);
            }
            else
            {
                bindingContext.Result = ModelBindingResult.Success(null);
            }
        }
        else if (Read(value.FirstValue, value.Culture) is { } read)
        {
            bindingContext.Result = ModelBindingResult.Success(read);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, Unreadable(value.Culture));
        }

        return Task.CompletedTask;
    }

    /// <summary>What to say where there is nothing and something must be.</summary>
    protected abstract string Missing { get; }

    /// <summary>The value that <paramref name="text"/> states; null if it states none, or could be meant in two ways.</summary>
    protected abstract T? Read(string text, CultureInfo culture);

    /// <summary>What to type instead of something unreadable.</summary>
    protected abstract string Unreadable(CultureInfo culture);
}
