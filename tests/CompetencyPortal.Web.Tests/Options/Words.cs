using System.Globalization;

using CompetencyPortal.Testing;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Pages.Options;

using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Options;

/// <summary>What the pages say a standing with, in one language.</summary>
internal sealed class Words : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddLogging().AddLocalization().AddHttpContextAccessor().AddSingleton<TimeProvider>(new FakeClock())
        .AddScoped<AsOf>().AddScoped<Formats>().AddScoped<EnumText>().AddStanding().BuildServiceProvider();

    public Words(string language) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    public CriterionText Criteria => _services.GetRequiredService<CriterionText>();

    public StaffingText Staffing => _services.GetRequiredService<StaffingText>();

    public LineText Lines => _services.GetRequiredService<LineText>();

    public void Dispose()
    {
        CultureInfo.CurrentUICulture = _before;
        _services.Dispose();
    }
}
