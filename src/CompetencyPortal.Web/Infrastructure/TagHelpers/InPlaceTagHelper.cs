using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CompetencyPortal.Web.Infrastructure.TagHelpers;

/// <summary>
/// <c>&lt;form in-place&gt;</c>, <c>&lt;nav in-place&gt;</c>: what the form or the links lead to takes the place of the page's content, and the
/// focus stays where it is if the element has an id. Without JavaScript they lead there as ever.
/// </summary>
[HtmlTargetElement(Attributes = "in-place")]
public sealed class InPlaceTagHelper : TagHelper
{
    /// <summary>The attributes by which htmx does it; the header comes along because its forms lead back to the present address.</summary>
    internal static readonly IReadOnlyList<(string Name, string Value)> Attributes =
    [
        ("hx-boost", "true"),
        ("hx-target", "#content"),
        ("hx-select", "#content"),
        ("hx-select-oob", "#site-header,#as-of-bar"),
        ("hx-swap", "outerHTML show:none"),
    ];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("in-place");
        foreach (var (name, value) in Attributes)
        {
            output.Attributes.SetAttribute(name, value);
        }
    }
}
