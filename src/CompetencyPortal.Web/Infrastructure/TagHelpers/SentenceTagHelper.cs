using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CompetencyPortal.Web.Infrastructure.TagHelpers;

/// <summary><c>&lt;sentence text="…" /&gt;</c>: a text in which no code such as MB2-715 is broken at the end of a line.</summary>
[HtmlTargetElement("sentence", Attributes = "text", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed partial class SentenceTagHelper : TagHelper
{
    public string Text { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var at = 0;
        foreach (Match code in Code().Matches(Text))
        {
            output.Content.Append(Text[at..code.Index]).AppendHtml("""<span class="code">""").Append(code.Value).AppendHtml("</span>");
            at = code.Index + code.Length;
        }

        output.Content.Append(Text[at..]);
    }

    [GeneratedRegex(@"\b[A-Z0-9]+-[0-9]+\b")]
    private static partial Regex Code();
}
