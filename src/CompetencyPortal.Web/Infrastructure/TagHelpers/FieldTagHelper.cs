using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.TagHelpers;

/// <summary>
/// <c>&lt;field for="Input.Name" label="…" hint="…"&gt;&lt;input asp-for="Input.Name" /&gt;&lt;/field&gt;</c>: label, hint and error around
/// a control, tied together by ids. With <c>group</c> a fieldset around several controls; with <c>check</c> the label follows its box.
/// </summary>
[HtmlTargetElement("field", Attributes = "for,label")]
public sealed class FieldTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    private FieldContext _field = null!;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>A unit that stands beside the control, such as US$.</summary>
    public string? Unit { get; set; }

    public bool Optional { get; set; }

    public bool Group { get; set; }

    public bool Check { get; set; }

    public override void Init(TagHelperContext context)
    {
        _field = new FieldContext(ViewContext, For, Hint is not null, Group);
        context.Items[typeof(FieldContext)] = _field;
    }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var control = await output.GetChildContentAsync();
        output.TagName = Group ? "fieldset" : "div";
        output.AddClass(_field.Errors.Count > 0 ? "field field-wrong" : "field");
        if (Group)
        {
            _field.Describe(output.Attributes);
        }

        var content = output.Content;
        if (Check)
        {
            content.AppendHtml("""<div class="form-check">""").AppendHtml(control).AppendHtml(LabelTag("form-check-label")).AppendHtml("</div>");
            AppendHint(content);
            AppendErrors(content);
        }
        else
        {
            content.AppendHtml(LabelTag("form-label"));
            AppendHint(content);
            AppendErrors(content);
            AppendControl(content, control);
        }
    }

    private TagBuilder LabelTag(string style)
    {
        var label = new TagBuilder(Group ? "legend" : "label");
        label.AddCssClass(style);
        if (!Group)
        {
            label.Attributes["for"] = _field.Id;
        }

        label.InnerHtml.Append(Optional ? texts["Field.Optional", Label] : Label);
        return label;
    }

    private void AppendHint(TagHelperContent content)
    {
        if (Hint is not null)
        {
            var hint = new TagBuilder("p") { Attributes = { ["id"] = _field.HintId, ["class"] = "form-text" } };
            hint.InnerHtml.Append(Hint);
            content.AppendHtml(hint);
        }
    }

    private void AppendErrors(TagHelperContent content)
    {
        if (_field.Errors.Count > 0)
        {
            var error = new TagBuilder("p") { Attributes = { ["id"] = _field.ErrorId, ["class"] = "field-error" } };
            error.InnerHtml.AppendHtml(IconTagHelper.Draw("warning"));
            error.InnerHtml.Append(string.Join(' ', _field.Errors.Select(one => one.ErrorMessage)));
            content.AppendHtml(error);
        }
    }

    private void AppendControl(TagHelperContent content, TagHelperContent control)
    {
        if (Unit is null)
        {
            content.AppendHtml(control);
            return;
        }

        content.AppendHtml("""<div class="input-group"><span class="input-group-text">""").Append(Unit).AppendHtml("</span>");
        content.AppendHtml(control).AppendHtml("</div>");
    }
}
