using CompetencyPortal.Data;
using CompetencyPortal.Data.Imports;
using CompetencyPortal.Data.PostgreSql;
using CompetencyPortal.Data.SqlServer;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Accounts;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Infrastructure.Keys;
using CompetencyPortal.Web.Infrastructure.Mail;
using CompetencyPortal.Web.Infrastructure.Members;
using CompetencyPortal.Web.Infrastructure.Passkeys;
using CompetencyPortal.Web.Infrastructure.RateLimits;
using CompetencyPortal.Web.Infrastructure.Remembering;

try
{
    var builder = WebApplication.CreateBuilder(args);

    builder.AddPortalLogging();
    builder.Services.AddPortalData(builder.Configuration, new EmbeddedProvider(), new PostgreSqlProvider(), new SqlServerProvider());
    builder.AddPortalDemo();
    builder.AddKeyEncryption(TimeProvider.System);
    builder.Services.AddSecurityHeaders();
    builder.Services.AddKnownHosts();
    builder.Services.AddErrorPages();
    builder.Services.AddPortalTexts();
    builder.Services.AddPortalPages();
    builder.Services.AddRememberedPages(builder.Configuration);
    builder.Services.AddPortalForms();
    builder.Services.AddPortalFacts();
    builder.Services.AddPortalAuthorization();
    builder.Services.AddPortalPasskeys(builder.Configuration);
    builder.Services.AddPortalRateLimits(builder.Configuration);
    builder.Services.AddPortalAccountPages();
    builder.AddPortalMail();
    builder.Services.AddImportService();
    builder.Services.AddPortalMembers();
    builder.Services.AddPortalHealth();

    var app = builder.Build();

    app.CheckPublicAddress();
    app.UseKnownProxies();
    app.UseCorrelation();
    app.UseSecurityHeaders();
    app.UsePortalTexts();
    app.UseRequestLog();
    app.UseErrorPages();
    app.UseKnownHosts();
    app.RefuseUnreadableText();
    app.RefuseCrossSiteRequests();
    app.UseSecureCookies();
    app.UseRouting();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseAsOf();

    app.MapStaticAssets().AllowAnonymous().WithMetadata(new RequestLog.Unremarkable());
    app.MapRazorPages().WithStaticAssets();
    app.MapPortalHealth();
    app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();
    app.AnnounceAddress();

    await app.RunAsync();
    return 0;
}
catch (StartRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 2;
}

/// <summary>The web program; public so that tests can start it.</summary>
public partial class Program;
