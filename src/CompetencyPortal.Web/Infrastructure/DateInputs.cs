using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Inputs for a <see cref="DateOnly"/> are the browser's own date inputs, which want ISO dates whatever the reader's culture.</summary>
internal sealed class DateInputs : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key.ModelType == typeof(DateOnly) || context.Key.ModelType == typeof(DateOnly?))
        {
            context.DisplayMetadata.DataTypeName = "Date";
            context.DisplayMetadata.EditFormatString = "{0:yyyy-MM-dd}";
        }
    }
}
