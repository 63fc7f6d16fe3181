using System.Runtime.ExceptionServices;
using System.Security.Claims;
using System.Text.Encodings.Web;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Infrastructure.Sessions;

/// <summary>
/// Finds out who makes a request: one session lookup for a request that brings a session's cookie, none for any other.
/// Nothing is believed that the database does not say at this moment.
/// </summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    SessionCookie cookie, SessionLookup lookup, CurrentUser user, LinkGenerator links)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Session";

    /// <summary>The claim of a session that is not complete yet: its stage. It has no role, and so no policy but one lets it in.</summary>
    public const string StageClaim = "stage";

    private Exception? _failure;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var isFile = Context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
        try
        {
            if (isFile || cookie.Read(Request) is not { } token)
            {
                return AuthenticateResult.NoResult();
            }

            if (await lookup.FindAsync(token, Context.RequestAborted) is not { } session)
            {
                SessionCookie.Remove(Response);
                return AuthenticateResult.NoResult();
            }

            user.Become(session);
            return AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(session), SchemeName));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Thrown here it would meet the error page too, which asks again who the reader is.
            _failure = exception;
            return AuthenticateResult.Fail(exception);
        }
    }

    /// <summary>Asks a stranger to sign in, and brings them back here afterwards.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (_failure is not null)
        {
            ExceptionDispatchInfo.Throw(_failure);
        }

        // Where a part of a page was asked for, the sign-in page is to take the place of the whole.
        if (Request.Headers.TryGetValue("HX-Current-URL", out var page))
        {
            Response.StatusCode = StatusCodes.Status204NoContent;
            Response.Headers["HX-Redirect"] = SignInFrom(Uri.TryCreate(page, UriKind.Absolute, out var address) ? address.PathAndQuery : null);
        }
        else
        {
            var isGet = HttpMethods.IsGet(Request.Method);
            Response.Redirect(SignInFrom($"{Request.PathBase}{Request.Path}{(isGet ? Request.QueryString : QueryString.Empty)}"));
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Says that this is not theirs; at the door, which leads partners to their overview, staff are shown to their own house,
    /// and whoever has come in already and goes back to the second step is led there too.
    /// </summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (user.Role is { } role && (IsSecondStep || (Request.Path == "/" && Landing.Of(role) is not "/")))
        {
            Response.Redirect($"{Request.PathBase}{Landing.Of(role)}");
        }
        else if (user.Awaiting is not null)
        {
            var isGet = HttpMethods.IsGet(Request.Method);
            Response.Redirect(links.GetPathByPage(
                Context, "/Account/SecondFactor/Index", values: new { returnUrl = isGet && Request.Path != "/" ? $"{Request.PathBase}{Request.Path}{Request.QueryString}" : null })!);
        }
        else
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    }

    private bool IsSecondStep => Context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.Policy is Policies.SecondFactorAwaited) is true;

    private string SignInFrom(string? returnUrl) =>
        links.GetPathByPage(Context, "/Account/SignIn", values: new { returnUrl = returnUrl is "/" ? null : returnUrl })!;

    private static ClaimsPrincipal PrincipalOf(SessionInfo session) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, session.UserId.ToString()),
            new Claim(ClaimTypes.Name, session.DisplayName),
            session.Stage is SessionStage.Complete
                ? new Claim(ClaimTypes.Role, session.Role.ToString())
                : new Claim(StageClaim, session.Stage.ToString()),
        ],
        SchemeName));
}
