using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Every decimal that a form posts is an amount, and every date a day as the browser writes it.</summary>
internal sealed class FieldBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        if (type != typeof(decimal) && type != typeof(DateOnly))
        {
            return null;
        }

        var texts = context.Services.GetRequiredService<IStringLocalizer<SharedTexts>>();
        var isRequired = !context.Metadata.IsReferenceOrNullableType;
        return type == typeof(decimal) ? new AmountBinder(texts, isRequired) : new DayBinder(texts, isRequired);
    }
}
