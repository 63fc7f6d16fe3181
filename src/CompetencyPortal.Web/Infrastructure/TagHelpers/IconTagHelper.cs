using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CompetencyPortal.Web.Infrastructure.TagHelpers;

/// <summary><c>&lt;icon name="calendar" /&gt;</c>: a line drawing of 16 units in the text's colour, hidden from screen readers: words stand beside it.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    private static readonly Dictionary<string, string> Drawings = new()
    {
        ["met"] = """<circle cx="8" cy="8" r="7" class="icon-ground"/><path d="m4.75 8.25 2.25 2.25 4.25-4.75" class="icon-figure"/>""",
        ["not-met"] = """<circle cx="8" cy="8" r="6.25"/><path d="m5.75 5.75 4.5 4.5m0-4.5-4.5 4.5"/>""",
        ["undetermined"] = """<circle cx="8" cy="8" r="6.25" stroke-dasharray="2.4 1.53"/><path d="M6.4 6.3a1.65 1.65 0 1 1 2.5 1.45c-.6.35-.9.65-.9 1.25m0 2.1v.05"/>""",
        ["not-yet-in-force"] = """<circle cx="8" cy="8" r="6.25"/><path d="M8 4.5V8l2.25 1.5"/>""",
        ["in-force"] = """<circle cx="8" cy="8" r="6.25"/><circle cx="8" cy="8" r="2.5" class="icon-fill"/>""",
        ["announced"] = """<rect x="2" y="3" width="12" height="11" rx="1.5"/><path d="M2 6.5h12M5.25 1.5v3m5.5-3v3M8 8.25v3.5m-1.5-1.5L8 11.75l1.5-1.5"/>""",
        ["ended"] = """<circle cx="8" cy="8" r="6.25"/><path d="M5 8h6"/>""",
        ["draft"] = """<path d="m10.75 2.75 2.5 2.5-7.5 7.5-3.25.75.75-3.25zM9.25 4.25l2.5 2.5"/>""",
        ["check"] = """<path d="m3 8.5 3.5 3.5L13 4.5"/>""",
        ["menu"] = """<path d="M2 4h12M2 8h12M2 12h12"/>""",
        ["person"] = """<circle cx="8" cy="5" r="2.75"/><path d="M2.5 14c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5"/>""",
        ["passkey"] = """<circle cx="5" cy="8" r="3.25"/><path d="M8.25 8h6v2.5m-2.75-2.5v2"/>""",
        ["language"] = """<circle cx="8" cy="8" r="6.25"/><path d="M1.75 8h12.5M8 1.75c2 2 2.75 4 2.75 6.25S10 12.25 8 14.25C6 12.25 5.25 10.25 5.25 8S6 3.75 8 1.75"/>""",
        ["theme"] = """<circle cx="8" cy="8" r="6.25"/><path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" class="icon-fill"/>""",
        ["calendar"] = """<rect x="2" y="3" width="12" height="11" rx="1.5"/><path d="M2 6.5h12M5.25 1.5v3m5.5-3v3"/>""",
        ["warning"] = """<path d="m8 2 6.5 11.75h-13zM8 6.5v3.25m0 2v.05"/>""",
        ["info"] = """<circle cx="8" cy="8" r="6.25"/><path d="M8 7.25v4m0-6.55v.05"/>""",
        ["add"] = """<path d="M8 2.5v11M2.5 8h11"/>""",
        ["sort"] = """<path d="m5 6.25 3-3.5 3 3.5m-6 3.5 3 3.5 3-3.5" opacity=".5"/>""",
        ["sort-ascending"] = """<path d="m5 6.25 3-3.5 3 3.5M8 3v10"/>""",
        ["sort-descending"] = """<path d="m5 9.75 3 3.5 3-3.5M8 13V3"/>""",
        ["download"] = """<path d="M8 2v8.5m-3.25-3L8 10.75l3.25-3.25M2.5 13.5h11"/>""",
        ["medal"] = """<circle cx="8" cy="10.25" r="4"/><path d="M5.75 6.75 4 1.75h8l-1.75 5M8 8.75v3" />""",
        ["changed"] = """<path d="M2.5 5.5h10m-3-3 3 3-3 3M13.5 10.5h-10m3-3-3 3 3 3"/>""",
        ["search"] = """<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3.5 3.5"/>""",
        ["link"] = """<path d="M6.75 9.25a3 3 0 0 0 4.25 0l2.25-2.25A3 3 0 0 0 9 2.75L8 3.75m1.25 3a3 3 0 0 0-4.25 0L2.75 9A3 3 0 0 0 7 13.25l1-1"/>""",
        ["print"] = """<path d="M4.5 6V2h7v4M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7V14h-7z"/>""",
        ["chevron"] = """<path d="m6 3.5 4.5 4.5L6 12.5"/>""",
    };

    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Draw(Name));
    }

    internal static string Draw(string name) =>
        $"""<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">{Drawings[name]}</svg>""";
}
