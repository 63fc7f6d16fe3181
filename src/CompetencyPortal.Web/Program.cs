using CompetencyPortal.Web.Infrastructure;

var builder = WebApplication.CreateBuilder(args);

builder.AddPortalLogging();
builder.Services.AddPortalTexts();
builder.Services.AddPortalPages();
builder.Services.AddPortalForms();
builder.Services.AddPortalAuthorization();
builder.Services.AddPortalHealth();

var app = builder.Build();

app.UseCorrelation();
app.UseSecurityHeaders();
app.UsePortalTexts();
app.UseRequestLog();
app.UseErrorPages();
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

app.Run();

/// <summary>The web program; public so that tests can start it.</summary>
public partial class Program;
