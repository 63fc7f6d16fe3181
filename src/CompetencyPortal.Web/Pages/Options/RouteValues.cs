using Microsoft.AspNetCore.Mvc.Rendering;

namespace CompetencyPortal.Web.Pages.Options;

internal static class RouteValues
{
    private static readonly string[] Names = ["competency", "option"];

    /// <summary>The competency and the option of the present address, for links to what belongs to it.</summary>
    public static Dictionary<string, string> Of(ViewContext page) => Names.ToDictionary(name => name, name => (string)page.RouteData.Values[name]!);
}
