namespace CompetencyPortal.Web.Pages.Imports;

internal static class ImportPageRegistration
{
    /// <summary>What the pages about imports say things with.</summary>
    public static IServiceCollection AddImportPages(this IServiceCollection services) => services
        .AddScoped<ImportWords>()
        .AddScoped<ImportErrorText>()
        .AddScoped<ImportRowText>()
        .AddScoped<ImportEffectText>()
        .AddScoped<ImportTemplate>()
        .AddScoped<AnnotatedFile>();
}
