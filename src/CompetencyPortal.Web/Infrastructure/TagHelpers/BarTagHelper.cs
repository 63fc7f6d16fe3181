using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CompetencyPortal.Web.Infrastructure.TagHelpers;

/// <summary><c>&lt;bar value="3" of="5" label="…" /&gt;</c>: how much of what is required is there. The figures stand beside it as text.</summary>
[HtmlTargetElement("bar", Attributes = "value,of,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarTagHelper : TagHelper
{
    public decimal Value { get; set; }

    public decimal Of { get; set; }

    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var isFull = Value >= Of;
        output.TagName = "progress";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass(isFull ? "bar bar-full" : "bar");
        output.Attributes.SetAttribute("value", (isFull ? 1 : Math.Max(0, Value / Of)).ToString("0.####", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("max", "1");
        output.Attributes.SetAttribute("aria-label", Label);
    }
}
