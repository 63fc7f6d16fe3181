using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Revenue;
using CompetencyPortal.Web.Pages.Customers;
using CompetencyPortal.Web.Pages.Customers.Associations;
using CompetencyPortal.Web.Pages.People;
using CompetencyPortal.Web.Pages.People.Matrix;
using CompetencyPortal.Web.Pages.People.Passes;
using CompetencyPortal.Web.Pages.Revenue;
using CompetencyPortal.Web.Pages.Revenue.Bulk;

namespace CompetencyPortal.Web.Infrastructure.Facts;

internal static class FactRegistration
{
    /// <summary>What the pages need on which an organisation enters its facts.</summary>
    public static IServiceCollection AddPortalFacts(this IServiceCollection services)
    {
        services.AddScoped<RulebookInForce>();
        services.AddScoped<OwnFacts>();
        services.AddScoped<PeriodWords>();
        services.AddScoped<LastAct>();
        services.AddScoped<EmploymentBadge>();
        services.AddScoped<CustomerStakes>();
        services.AddScoped<ThresholdText>();
        services.AddScoped<ChangeText>();
        services.AddScoped<Outlook>();
        services.AddScoped<PeopleText>();
        services.AddScoped<PassRules>();
        services.AddScoped<CellText>();
        services.AddScoped<IFactWords<RevenueLine>, LineWords>();
        services.AddSingleton<LineSumsCache>();
        services.AddScoped<LineLists>();
        services.AddScoped<LineRows>();
        services.AddScoped<LineHistory>();
        services.AddScoped<BulkLines>();
        services.AddScoped<BulkUndo>();
        services.AddScoped<IFactWords<Customer>, CustomerWords>();
        services.AddScoped<IFactWords<CustomerAssociation>, AssociationWords>();
        services.AddScoped<IFactWords<Person>, PersonWords>();
        services.AddScoped<IFactWords<PersonCredential>, PassWords>();
        return services;
    }
}
