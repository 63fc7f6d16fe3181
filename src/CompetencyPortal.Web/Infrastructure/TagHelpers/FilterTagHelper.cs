using CompetencyPortal.Web.Infrastructure.Listing;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.TagHelpers;

/// <summary>
/// <c>&lt;filter&gt;fields&lt;/filter&gt;</c>: the form above a list that narrows it, with its buttons. It keeps the order and the
/// as-of date, and begins at the list's first page.
/// </summary>
[HtmlTargetElement("filter")]
public sealed class FilterTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    private static readonly string[] Kept = [SortOrder.Parameter, AsOf.Parameter];

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var kept = request.Query.Where(one => Kept.Contains(one.Key)).ToList();
        output.TagName = "form";
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("role", "search");
        output.Attributes.SetAttribute("class", "filters");
        output.Attributes.SetAttribute("aria-label", texts["List.Filter"].Value);
        foreach (var (name, value) in kept)
        {
            output.PreContent.AppendHtml(new TagBuilder("input")
            {
                TagRenderMode = TagRenderMode.SelfClosing,
                Attributes = { ["type"] = "hidden", ["name"] = name, ["value"] = value },
            });
        }

        var all = new TagBuilder("a") { Attributes = { ["href"] = request.PathBase + request.Path + QueryString.Create(kept) } };
        all.InnerHtml.Append(texts["List.ShowAll"]);
        output.PostContent.AppendHtml("""<div class="actions"><button class="btn btn-secondary">""").Append(texts["List.Filter"])
            .AppendHtml("</button>").AppendHtml(all).AppendHtml("</div>");
    }
}
