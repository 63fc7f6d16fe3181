using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Every decimal that a form posts is an amount.</summary>
internal sealed class AmountBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(decimal)
            ? new AmountBinder(
                context.Services.GetRequiredService<IStringLocalizer<SharedTexts>>(),
                isRequired: !context.Metadata.IsReferenceOrNullableType)
            : null;
}
