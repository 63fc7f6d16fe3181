using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CompetencyPortal.Web.Infrastructure.TagHelpers;

internal static class TagHelperOutputClass
{
    /// <summary>Adds to the classes that the page wrote itself.</summary>
    public static void AddClass(this TagHelperOutput output, string classes)
    {
        var own = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", own is null ? classes : $"{classes} {own}");
    }
}
