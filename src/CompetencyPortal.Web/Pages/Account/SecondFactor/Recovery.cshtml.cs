using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.RateLimits;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account.SecondFactor;

/// <summary>The second step of signing in for whoever has lost their second factor: a recovery code.</summary>
[Authorize(Policies.SecondFactorAwaited), LimitAttempts]
public sealed class RecoveryModel(CodeModel.Services services) : CodeModel(services)
{
    protected override Task<bool> AcceptAsync(Guid userId, string code, CancellationToken cancellationToken) =>
        Factors.AcceptRecoveryCodeAsync(userId, code, cancellationToken);

    protected override string Refusal(IStringLocalizer<SecondFactorTexts> texts, int attempts, double minutes) => texts["Recovery.Refused", attempts, minutes];
}
