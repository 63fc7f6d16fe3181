using System.Globalization;

using CompetencyPortal.Data;
using CompetencyPortal.Data.Mail;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure.Mail;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Mail;

/// <summary>Mail speaks the language of whoever gets it, whatever language the present request is in.</summary>
public sealed class LettersTests(PostgreSqlFixture server) : PortalTest(server)
{
    [Theory]
    [InlineData("fr", "Bonjour Ana,", "20 nov. 2026, 11:55\u00a0UTC", "Le portail\u00a0: https://localhost/")]
    [InlineData("ru", "Здравствуйте, Ana!", "20 нояб. 2026, 11:55\u00a0UTC", "https://localhost/")]
    [InlineData("zh-Hant", "Ana，您好：", "2026/11/20 11:55\u00a0UTC", "https://localhost/")]
    [InlineData(null, "Hola, Ana:", "20 nov 2026, 11:55\u00a0UTC", "El portal: https://localhost/")]
    [InlineData("tlh", "Hola, Ana:", "20 nov 2026, 11:55\u00a0UTC", "El portal: https://localhost/")]
    public async Task Add_ForAReader_WritesTheirLanguage(string? culture, string greeting, string moment, string close)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es");
        await using var scope = Portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        scope.ServiceProvider.GetRequiredService<Letters>().Add(
            "ana@example.com", "Ana", culture, DateTimeOffset.MaxValue,
            formats => new Letter("A subject", formats.Moment(new DateTimeOffset(2026, 11, 20, 12, 55, 0, TimeSpan.FromHours(1)))));
        await db.SaveChangesAsync(Cancellation);

        var mail = await db.OutgoingMails.SingleAsync(Cancellation);
        Assert.Equal(("ana@example.com", "A subject", "es"), (mail.Recipient, mail.Subject, CultureInfo.CurrentUICulture.Name));
        var paragraphs = scope.ServiceProvider.GetRequiredService<Outbox>().Read(mail)!.TrimEnd().Split("\n\n");
        Assert.Equal([greeting, moment], paragraphs[..^1]);
        Assert.EndsWith(close, paragraphs[^1], StringComparison.Ordinal);
    }
}
