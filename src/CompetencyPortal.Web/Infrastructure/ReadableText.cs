using CompetencyPortal.Data.Values;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// Refuses requests whose form cannot be read, or that bring, in the address or in a form, what is no text: NUL, which
/// PostgreSQL does not store, halves of characters, and code points that Unicode gives to nobody, which cannot be normalised.
/// Nobody can type them. A form with a file is read by its page alone, once it is known who sends it.
/// </summary>
internal static class ReadableText
{
    /// <summary>The address of the page that takes files.</summary>
    private const string NewImport = "/imports/new";

    public static IApplicationBuilder RefuseUnreadableText(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (ErrorPages.IsShowing(context) || await IsReadableAsync(context.Request, context.RequestAborted))
        {
            await next(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    });

    private static async Task<bool> IsReadableAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var form = request.HasFormContentType && !BringsAFile(request) ? await request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
            return PlainText.Is(request.Path.Value) && request.Query.Concat(form).SelectMany(field => field.Value.Append(field.Key)).All(PlainText.Is);
        }
        catch (Exception failure) when (failure is InvalidDataException or NotSupportedException || (failure is IOException and not BadHttpRequestException))
        {
            // A form that ends in the middle, has no beginning or no end of fields, or is in an encoding that nobody should use.
            return false;
        }
    }

    /// <summary>Whether it is for the one page that takes files; such a form elsewhere is read like any other.</summary>
    private static bool BringsAFile(HttpRequest request) =>
        request.Path == NewImport && request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);
}
