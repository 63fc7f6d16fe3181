using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CompetencyPortal.Web.Infrastructure.TagHelpers;

/// <summary><c>&lt;day value="line.Date" /&gt;</c>: a day as a table shows it, readable by machines; nothing if there is none.</summary>
[HtmlTargetElement("day", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DayTagHelper(Formats formats) : TagHelper
{
    public DateOnly? Value { get; set; }

    /// <summary>Whether the month is written out, as in a sentence.</summary>
    public bool Full { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is not { } day)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", day.ToString("O", CultureInfo.InvariantCulture));
        output.Content.SetContent(Full ? formats.Day(day) : formats.ShortDay(day));
    }
}
