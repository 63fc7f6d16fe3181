using Serilog.Core;
using Serilog.Events;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Takes the request's address, which the framework adds to every event, out of the log: it may hold a single-use token.</summary>
internal sealed class AddressScrub : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
}
