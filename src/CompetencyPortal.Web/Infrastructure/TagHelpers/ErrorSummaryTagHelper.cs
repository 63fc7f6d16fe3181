using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.TagHelpers;

/// <summary><c>&lt;error-summary /&gt;</c>: all that is wrong with a form, with links to the fields; takes the focus. Nothing if nothing is wrong.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Content.AppendHtml("<h2>").Append(texts["ErrorSummary.Title"]).AppendHtml("</h2><ul>");
        foreach (var (key, entry) in ViewContext.ModelState.OrderBy(field => PlaceInForm(field.Key)))
        {
            foreach (var error in entry!.Errors)
            {
                output.Content.AppendHtml("<li>").AppendHtml(Line(key, error.ErrorMessage)).AppendHtml("</li>");
            }
        }

        output.Content.AppendHtml("</ul>");
    }

    /// <summary>Browsers send fields in the order in which people see them; what concerns the whole form stands before them.</summary>
    private int PlaceInForm(string key)
    {
        var request = ViewContext.HttpContext.Request;
        var place = key is "" || !request.HasFormContentType ? -1 : request.Form.Keys.ToList().IndexOf(key);
        return key is not "" && place < 0 ? int.MaxValue : place;
    }

    private static TagBuilder Line(string key, string message)
    {
        var line = new TagBuilder(key is "" ? "span" : "a");
        if (key is not "")
        {
            line.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(key, "_");
        }

        line.InnerHtml.Append(message);
        return line;
    }
}
