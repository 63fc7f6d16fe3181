namespace CompetencyPortal.Web.Infrastructure;

/// <summary>How htmx is to behave: as our content security policy needs it, and keeping nothing of a page in the browser's storage.</summary>
internal static class Htmx
{
    public const string Configuration = """
        {
            "includeIndicatorStyles": false,
            "allowEval": false,
            "allowScriptTags": false,
            "selfRequestsOnly": true,
            "historyCacheSize": 0,
            "refreshOnHistoryMiss": true,
            "responseHandling": [{ "code": "204", "swap": false }, { "code": "...", "swap": true }]
        }
        """;

    /// <summary>Whether a part of a page is asked for, to be put into one that is shown already.</summary>
    public static bool IsForPart(this HttpRequest request) => request.Headers.ContainsKey("HX-Request") && !request.Headers.ContainsKey("HX-Boosted");
}
