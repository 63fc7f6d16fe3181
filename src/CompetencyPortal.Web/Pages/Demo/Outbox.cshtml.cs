using System.Text.RegularExpressions;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Demo;
using CompetencyPortal.Data.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Pages.Demo;

/// <summary>The mail of the demo, which is sent to nobody: whoever tries the portal reads it here. Where the demo is not enabled there is no such page.</summary>
[AllowAnonymous]
public sealed partial class OutboxModel(PortalDbContext db, Outbox outbox, IOptions<DemoOptions> demo) : PageModel
{
    private const int Most = 50;

    public IReadOnlyList<Mail> View { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!demo.Value.Enabled)
        {
            return NotFound();
        }

        var mails = await db.OutgoingMails.AsNoTracking().OrderByDescending(mail => mail.CreatedAt).ThenByDescending(mail => mail.Id).Take(Most).ToListAsync(cancellationToken);
        View = [.. mails.Select(mail => new Mail(mail.Id, mail.Recipient, mail.Subject, mail.CreatedAt, outbox.Read(mail)))];
        return Page();
    }

    /// <param name="Id">The mail.</param>
    /// <param name="Recipient">To whom it is written.</param>
    /// <param name="Subject">What it is about.</param>
    /// <param name="CreatedAt">When it was written.</param>
    /// <param name="Text">What it says; null where that is no longer kept.</param>
    public sealed partial record Mail(Guid Id, string Recipient, string Subject, DateTimeOffset CreatedAt, string? Text)
    {
        /// <summary>The text's paragraphs, each in parts that are links or not.</summary>
        public IEnumerable<IReadOnlyList<(string Part, bool IsLink)>> Paragraphs =>
            (Text ?? "").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(paragraph => Parts(paragraph.Trim()));

        private static IReadOnlyList<(string Part, bool IsLink)> Parts(string paragraph) =>
            [.. Link().Split(paragraph).Where(part => part is not "").Select(part => (part, Link().IsMatch(part)))];

        [GeneratedRegex(@"(https?://[^\s]+)")]
        private static partial Regex Link();
    }
}
