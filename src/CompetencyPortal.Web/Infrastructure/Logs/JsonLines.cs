using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Json;

namespace CompetencyPortal.Web.Infrastructure.Logs;

/// <summary>An event as one line of JSON, for machines; a reader that knows more line ends than JSON does finds no other in it.</summary>
public sealed class JsonLines : ITextFormatter
{
    private readonly JsonFormatter _json = new(closingDelimiter: "", renderMessage: true);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var json = new StringWriter(CultureInfo.InvariantCulture);
        _json.Format(logEvent, json);
        VisibleText.Write(json.ToString(), output);
        output.WriteLine();
    }
}
