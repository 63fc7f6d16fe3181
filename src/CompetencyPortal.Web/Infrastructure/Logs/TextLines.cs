using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace CompetencyPortal.Web.Infrastructure.Logs;

/// <summary>An event as a line of text, for people at a terminal. The lines of an exception follow, indented: only an event begins at the edge.</summary>
public sealed class TextLines : ITextFormatter
{
    private const string Indent = "    ";

    private readonly MessageTemplateTextFormatter _line = new("{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}  {TraceId}", CultureInfo.InvariantCulture);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var line = new StringWriter(CultureInfo.InvariantCulture);
        _line.Format(logEvent, line);
        VisibleText.Write(line.ToString(), output);
        output.WriteLine();
        foreach (var part in logEvent.Exception?.ToString().Split('\n') ?? [])
        {
            output.Write(Indent);
            VisibleText.Write(part.TrimEnd('\r'), output);
            output.WriteLine();
        }
    }
}
