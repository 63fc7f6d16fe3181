using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure.Mail;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.Members;

/// <summary>The mail that carries an invitation's link, in the language chosen for the person.</summary>
public sealed class InvitationLetter(Letters letters, PublicAddress address, CurrentUser current, EnumText words, IStringLocalizer<MailTexts> texts)
{
    /// <summary>Adds the mail to what the context saves next.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="token">The secret of its link.</param>
    /// <param name="organisation">The organisation's name; null for programme staff.</param>
    public void Write(Invitation invitation, SecretToken token, string? organisation)
    {
        // Not as a value of the route: whatever makes addresses tells the log their values.
        var link = $"{address.OfPage("/Account/Invitation")}?token={token.Reveal()}";
        letters.Add(invitation.Email, invitation.DisplayName, invitation.Culture, invitation.ExpiresAt, formats => new Letter(
            organisation is null ? texts["Invitation.SubjectOfStaff"] : texts["Invitation.Subject", organisation],
            organisation is null
                ? texts["Invitation.OfStaff", current.DisplayName!, words[invitation.Role]]
                : texts["Invitation.OfPartner", current.DisplayName!, organisation, words[invitation.Role]],
            texts["Invitation.Link", formats.Moment(invitation.ExpiresAt)],
            link,
            texts["Invitation.Unexpected"]));
    }
}
