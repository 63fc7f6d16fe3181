using System.Buffers;
using System.Text;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// Refuses requests whose form cannot be read, or that bring, in the address or in a form, what is no text: NUL, which
/// PostgreSQL does not store, halves of characters, and code points that Unicode gives to nobody, which cannot be normalised.
/// Nobody can type them.
/// </summary>
internal static class ReadableText
{
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

    internal static bool IsReadable(string? text)
    {
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) is not OperationStatus.Done || rune.Value is 0 || IsNobodys(rune.Value))
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    private static async Task<bool> IsReadableAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var form = request.HasFormContentType ? await request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
            return IsReadable(request.Path.Value) && request.Query.Concat(form).SelectMany(field => field.Value.Append(field.Key)).All(IsReadable);
        }
        catch (Exception failure) when (failure is InvalidDataException or NotSupportedException || (failure is IOException and not BadHttpRequestException))
        {
            // A form that ends in the middle, has no beginning or no end of fields, or is in an encoding that nobody should use.
            return false;
        }
    }

    private static bool IsNobodys(int codePoint) => (codePoint & 0xFFFE) is 0xFFFE || codePoint is >= 0xFDD0 and <= 0xFDEF;
}
