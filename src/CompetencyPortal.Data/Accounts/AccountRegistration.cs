using CompetencyPortal.Data.Entities;

using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Data.Accounts;

/// <summary>Identity's local accounts, with the portal's rules for passwords and lockout.</summary>
internal static class AccountRegistration
{
    public static IServiceCollection AddPortalAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<PortalUser>(options =>
        {
            // Passkeys are part of Identity's third schema. Identity asks the context's services for the version, so the
            // model is right only where the context comes from this registration.
            options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

            options.User.RequireUniqueEmail = true;

            // Length is what makes a password strong; rules of composition only make it predictable.
            options.Password.RequiredLength = PasswordLength.Least;
            options.Password.RequiredUniqueChars = 0;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;

            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddEntityFrameworkStores<PortalDbContext>();
        services.AddScoped<PasswordCheck>();
        return services;
    }
}
