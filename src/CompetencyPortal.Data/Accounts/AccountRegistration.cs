using CompetencyPortal.Data.Accounts.Passkeys;
using CompetencyPortal.Data.Entities;

using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CompetencyPortal.Data.Accounts;

/// <summary>Identity's local accounts, with the portal's rules for passwords and lockout.</summary>
internal static class AccountRegistration
{
    /// <summary>What OWASP recommends for PBKDF2 with SHA-512, which is Identity's way; hashes of fewer are renewed at sign-in.</summary>
    private const int HashIterations = 210_000;

    public static IServiceCollection AddPortalAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<PortalUser>(options =>
        {
            // Passkeys are part of Identity's third schema. Identity asks the context's services for the version, so the
            // model is right only where the context comes from this registration.
            options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

            // The name is the email address, which may hold any character.
            options.User.RequireUniqueEmail = true;
            options.User.AllowedUserNameCharacters = "";

            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddUserStore<PortalUserStore>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);
        services.AddScoped<PortalUserStore>();
        services.AddScoped<AccountAttempts>();
        services.RemoveAll<IPasswordValidator<PortalUser>>();
        services.AddScoped<IPasswordValidator<PortalUser>, PasswordRules>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<Passwords>();
        services.AddScoped<PasswordResets>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<StaffAccounts>();
        services.AddScoped<Memberships>();
        services.AddScoped<Invitations>();
        services.AddScoped<PasskeyChallenges>();
        services.AddScoped<AccountPasskeys>();
        return services;
    }
}
