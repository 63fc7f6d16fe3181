using System.Text.Json;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CompetencyPortal.Web.Infrastructure.TagHelpers;

/// <summary><c>&lt;status value="Met" /&gt;</c>, or <c>value="@standing"</c>: a badge with an icon and the status's word.</summary>
[HtmlTargetElement("status", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StatusTagHelper(EnumText words) : TagHelper
{
    public Status Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = JsonNamingPolicy.KebabCaseLower.ConvertName(Value.ToString());
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"status status-{name}");
        output.Content.SetHtmlContent(IconTagHelper.Draw(name)).Append(words[Value]);
    }
}
