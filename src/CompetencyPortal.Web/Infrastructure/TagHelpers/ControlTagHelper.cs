using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CompetencyPortal.Web.Infrastructure.TagHelpers;

/// <summary>Gives a control inside a <see cref="FieldTagHelper"/> its style, and ties it to the field's hint and error.</summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
public sealed class ControlTagHelper : TagHelper
{
    /// <summary>After the framework's own, which decide the input's type.</summary>
    public override int Order => 1000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(FieldContext), out var item) || item is not FieldContext field)
        {
            return;
        }

        var type = output.Attributes["type"]?.Value?.ToString();
        if (type is "hidden")
        {
            return;
        }

        output.AddClass(output.TagName switch
        {
            "select" => "form-select",
            _ when type is "checkbox" or "radio" => "form-check-input",
            _ => "form-control",
        });
        if (!field.IsGroup)
        {
            field.Describe(output.Attributes);
        }

        if (field.Errors.Count > 0)
        {
            output.Attributes.SetAttribute("aria-invalid", "true");
        }
    }
}
