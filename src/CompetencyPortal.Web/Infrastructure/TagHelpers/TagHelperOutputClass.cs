using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CompetencyPortal.Web.Infrastructure.TagHelpers;

internal static class TagHelperOutputClass
{
    /// <summary>Adds to the classes that the page wrote itself.</summary>
    public static void AddClass(this TagHelperOutput output, string classes)
    {
        var own = Read(output.Attributes["class"]?.Value);
        output.Attributes.SetAttribute("class", own is null ? classes : $"{classes} {own}");
    }

    /// <summary>Where the framework has added a class before, as on a wrong field, the value is content that has yet to be written.</summary>
    private static string? Read(object? value)
    {
        if (value is not IHtmlContent content)
        {
            return value?.ToString();
        }

        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
