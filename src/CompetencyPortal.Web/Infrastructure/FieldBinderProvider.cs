using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Every decimal that a form posts is an amount, every date a day as the browser writes it, and every yes or no a tick box.</summary>
internal sealed class FieldBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        var texts = context.Services.GetRequiredService<IStringLocalizer<SharedTexts>>();
        var isRequired = !context.Metadata.IsReferenceOrNullableType;
        return type == typeof(decimal) ? new AmountBinder(texts, isRequired)
            : type == typeof(DateOnly) ? new DayBinder(texts, isRequired)
            : type == typeof(bool) && isRequired ? new FlagBinder(texts)
            : null;
    }
}
