using System.Globalization;
using System.Threading.Channels;
using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Web.Infrastructure.Mail;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.Accounts;

/// <summary>
/// Answers those who asked for a new password, after their request has been answered, so that nobody learns from that answer
/// or its time whether an account exists. What waits here is lost with the program, and more than fits is dropped: whoever
/// gets no mail asks again.
/// </summary>
public sealed partial class ResetRequests(IServiceScopeFactory scopes, ILogger<ResetRequests> logger) : BackgroundService
{
    private const int MostWaiting = 1000;

    private readonly Channel<ResetRequest> _waiting =
        Channel.CreateBounded<ResetRequest>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Add(ResetRequest request) => _waiting.Writer.TryWrite(request);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var request in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await AnswerAsync(request, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Failed(logger, exception);
            }
        }
    }

    private async Task AnswerAsync(ResetRequest request, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(request.Culture);
        await using var scope = scopes.CreateAsyncScope();
        var letters = scope.ServiceProvider.GetRequiredService<Letters>();
        var address = scope.ServiceProvider.GetRequiredService<PublicAddress>();
        var texts = scope.ServiceProvider.GetRequiredService<IStringLocalizer<MailTexts>>();
        await scope.ServiceProvider.GetRequiredService<PasswordResets>().AskAsync(
            request.Email,
            (user, reset, token) => letters.Add(user.Email!, user.DisplayName, user.Culture, reset.ExpiresAt, formats => new Letter(
                texts["Reset.Subject"],
                texts["Reset.What", formats.Moment(reset.ExpiresAt)],
                address.OfPage("/Account/Reset", new { token = token.Reveal() }),
                texts["Reset.Otherwise"])),
            cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "A request for a new password could not be answered")]
    private static partial void Failed(ILogger logger, Exception exception);
}
