using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CompetencyPortal.Web.Infrastructure.TagHelpers;

/// <summary>What a field and the control inside it must agree on: the ids that tie label, control, hint and error together.</summary>
internal sealed class FieldContext
{
    public FieldContext(ViewContext view, ModelExpression expression, bool hasHint, bool isGroup)
    {
        var name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        Id = TagBuilder.CreateSanitizedId(name, "_");
        Errors = view.ViewData.ModelState.TryGetValue(name, out var entry) ? entry.Errors : [];
        HasHint = hasHint;
        IsGroup = isGroup;
    }

    public string Id { get; }

    public string HintId => Id + "-hint";

    public string ErrorId => Id + "-error";

    public bool HasHint { get; }

    /// <summary>Several controls under one legend, such as radio buttons; the group and not each control is described.</summary>
    public bool IsGroup { get; }

    public ModelErrorCollection Errors { get; }

    public void Describe(TagHelperAttributeList attributes)
    {
        var ids = string.Join(' ', new[] { HasHint ? HintId : null, Errors.Count > 0 ? ErrorId : null }.OfType<string>());
        if (ids is not "")
        {
            attributes.SetAttribute("aria-describedby", ids);
        }
    }
}
