using CompetencyPortal.Web.Infrastructure.Listing;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CompetencyPortal.Web.Infrastructure.TagHelpers;

/// <summary><c>&lt;th scope="col" sort-by="name" sorted="Model.View.Order"&gt;…&lt;/th&gt;</c>: a column's heading that sorts the list by it, from its first page.</summary>
[HtmlTargetElement("th", Attributes = "sort-by,sorted")]
public sealed class SortTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string SortBy { get; set; } = "";

    public SortOrder Sorted { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var isSorted = Sorted.Column == SortBy;
        var next = new SortOrder(SortBy, Descending: isSorted && !Sorted.Descending);
        if (isSorted)
        {
            output.Attributes.SetAttribute("aria-sort", Sorted.Descending ? "descending" : "ascending");
        }

        var link = new TagBuilder("a") { Attributes = { ["class"] = "sort", ["id"] = $"sort-{SortBy}", ["href"] = ViewContext.HttpContext.Request.QueryWith(SortOrder.Parameter, next.ToString(), Paging.Parameter, Bookmark.Parameter) } };
        foreach (var (name, value) in InPlaceTagHelper.Attributes)
        {
            link.Attributes[name] = value;
        }

        output.PreContent.SetHtmlContent(link.RenderStartTag());
        output.PostContent.SetHtmlContent(IconTagHelper.Draw(!isSorted ? "sort" : Sorted.Descending ? "sort-descending" : "sort-ascending"))
            .AppendHtml(link.RenderEndTag());
    }
}
