using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// Reads a tick box. What a browser would not send for one is refused, and not kept: a tick box can show nothing but yes and
/// no, and the framework's fails at anything else.
/// </summary>
internal sealed class FlagBinder(IStringLocalizer<SharedTexts> texts) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var (name, state) = (bindingContext.ModelName, bindingContext.ModelState);
        var value = bindingContext.ValueProvider.GetValue(name);
        if (value != ValueProviderResult.None)
        {
            // A ticked box sends its own value before the one of the hidden field that always comes.
            var isRead = bool.TryParse(value.FirstValue, out var flag);
            state.SetModelValue(name, flag, flag ? bool.TrueString : bool.FalseString);
            bindingContext.Result = ModelBindingResult.Success(flag);
            if (!isRead)
            {
                state.TryAddModelError(name, texts["Binding.Unreadable"]);
            }
        }

        return Task.CompletedTask;
    }
}
