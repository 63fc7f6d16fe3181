using CompetencyPortal.Web.Pages.Changes;
using CompetencyPortal.Web.Pages.Search;

namespace CompetencyPortal.Web.Pages.Options;

public static class StandingRegistration
{
    /// <summary>What the pages that show a standing ask for, and the words they show it in.</summary>
    public static IServiceCollection AddStanding(this IServiceCollection services) => services
        .AddScoped<AssociationText>()
        .AddScoped<CriterionText>()
        .AddScoped<GapText>()
        .AddScoped<LineText>()
        .AddScoped<RevenueText>()
        .AddScoped<StaffingText>()
        .AddScoped<StepText>()
        .AddScoped<FactText>()
        .AddScoped<WhatChanged>()
        .AddScoped<Finder>();
}
