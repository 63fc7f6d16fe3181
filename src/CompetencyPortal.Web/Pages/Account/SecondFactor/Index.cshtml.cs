using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.RateLimits;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account.SecondFactor;

/// <summary>The second step of signing in: a code of the authenticator app.</summary>
[Authorize(Policies.SecondFactorAwaited), LimitAttempts]
public sealed class IndexModel(CodeModel.Services services) : CodeModel(services)
{
    protected override Task<bool> AcceptAsync(Guid userId, string code, CancellationToken cancellationToken) =>
        Factors.AcceptCodeAsync(userId, code, cancellationToken);

    protected override string Refusal(IStringLocalizer<SecondFactorTexts> texts, int attempts, double minutes) => texts["Code.Refused", attempts, minutes];
}
