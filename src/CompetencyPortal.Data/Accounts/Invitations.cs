using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Saving;
using CompetencyPortal.Data.Values;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Data.Accounts;

/// <summary>
/// Invites people into a house: the organisation at work, or programme staff where none is. The link goes out by mail, which
/// the caller writes in the person's language and which is stored with the invitation; it works once.
/// </summary>
public sealed class Invitations(
    PortalDbContext db, UserManager<PortalUser> users, ILookupNormalizer normalizer, IOptions<InvitationLimits> limits, TimeProvider clock)
{
    /// <summary>The invitations of this house that have not been accepted, also those whose link has expired.</summary>
    public IQueryable<Invitation> Pending => db.Invitations.Where(row => row.PartnerId == db.PartnerScope);

    /// <summary>Invites a person.</summary>
    /// <param name="invitee">Who.</param>
    /// <param name="write">Writes the mail with the link's secret into what is saved next.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<InvitationOutcome> InviteAsync(Invitee invitee, Action<Invitation, SecretToken> write, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockHouseAsync(cancellationToken);
        var address = normalizer.NormalizeEmail(invitee.Email);
        if (await RefuseAsync(address, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Add(invitee, write);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return InvitationOutcome.Done;
    }

    /// <summary>Adds a person's invitation to what the context saves next, for a house that is made with it.</summary>
    public void Add(Invitee invitee, Action<Invitation, SecretToken> write)
    {
        var now = clock.GetUtcNow();
        var token = SecretToken.Create();
        var invitation = new Invitation
        {
            PartnerId = db.PartnerScope,
            Email = invitee.Email,
            NormalizedEmail = normalizer.NormalizeEmail(invitee.Email),
            DisplayName = invitee.DisplayName,
            Role = invitee.Role,
            MaySeeAmounts = invitee.Role is PortalRole.PartnerMember && invitee.MaySeeAmounts,
            Culture = invitee.Culture,
            TokenHash = token.Hash(),
            InvitedBy = db.ActorId ?? throw new InvalidOperationException("Somebody invites; nobody is known to."),
            CreatedAt = now,
            ExpiresAt = now + limits.Value.Lifetime,
        };
        db.Invitations.Add(invitation);
        Audit("Sent", invitation);
        write(invitation, token);
    }

    /// <summary>Sends an invitation again, with a new link and the whole time to accept it; the old link no longer works.</summary>
    public async Task<InvitationOutcome> ResendAsync(Guid id, Action<Invitation, SecretToken> write, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockHouseAsync(cancellationToken);
        var token = SecretToken.Create();
        var expiresAt = clock.GetUtcNow() + limits.Value.Lifetime;
        var renewed = await Pending.Where(row => row.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.TokenHash, token.Hash()).SetProperty(row => row.ExpiresAt, expiresAt), cancellationToken);
        if (renewed is 0)
        {
            return InvitationOutcome.NotFound;
        }

        var invitation = await Pending.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
        Audit("Resent", invitation);
        write(invitation, token);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return InvitationOutcome.Done;
    }

    /// <summary>Takes an invitation back; its link no longer works.</summary>
    public async Task<InvitationOutcome> WithdrawAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await Pending.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } invitation
            || await Pending.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken) is 0)
        {
            return InvitationOutcome.NotFound;
        }

        Audit("Withdrawn", invitation);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return InvitationOutcome.Done;
    }

    /// <summary>
    /// The invitation that a link's token opens, with its organisation; null if the link does not work. Whoever asks may be
    /// anyone: afterwards no organisation is at work.
    /// </summary>
    public async Task<Invitation?> FindAsync(SecretToken token, CancellationToken cancellationToken = default)
    {
        await db.EnterPartnerAsync(null, cancellationToken);
        return await Open(token).AsNoTracking().Include(row => row.Partner).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Whether the address of an invitation has an account already, in whatever house. Only the holder of the link may learn it.</summary>
    public async Task<bool> HasAccountAsync(Invitation invitation, CancellationToken cancellationToken = default)
    {
        await db.EnterPartnerAsync(null, cancellationToken);
        return await db.Users.AnyAsync(user => user.NormalizedEmail == invitation.NormalizedEmail, cancellationToken);
    }

    /// <summary>Makes the account that a link invites to. Of two who use a link at the same moment one succeeds.</summary>
    /// <param name="token">The link's.</param>
    /// <param name="displayName">The name that the person wants to have.</param>
    /// <param name="password">The password of the account.</param>
    /// <param name="culture">The language in which the person reads.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<AcceptanceOutcome> AcceptAsync(
        SecretToken token, string displayName, string password, string culture, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(token, cancellationToken) is not { } invitation)
        {
            return new AcceptanceOutcome(null);
        }

        if (await HasAccountAsync(invitation, cancellationToken))
        {
            return new AcceptanceOutcome(null, HasAccount: true);
        }

        // The account takes the invitation's key, so that what the audit trail says of both can be erased as one person's.
        var user = new PortalUser
        {
            Id = invitation.Id,
            UserName = invitation.Email,
            Email = invitation.Email,
            EmailConfirmed = true,
            DisplayName = displayName,
            Role = invitation.Role,
            PartnerId = invitation.PartnerId,
            MaySeeAmounts = invitation.MaySeeAmounts,
            Culture = culture,
        };
        return await CreateAsync(user, password, invitation, token, cancellationToken);
    }

    private async Task<AcceptanceOutcome> CreateAsync(PortalUser user, string password, Invitation invitation, SecretToken token, CancellationToken cancellationToken)
    {
        await db.EnterPartnerAsync(user.PartnerId, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await Open(token).ExecuteDeleteAsync(cancellationToken) is 0)
        {
            return new AcceptanceOutcome(null);
        }

        db.ActorId = user.Id;
        Audit("Accepted", invitation);
        try
        {
            if (await users.CreateAsync(user, password) is { Succeeded: false, Errors: var errors })
            {
                db.ChangeTracker.Clear();
                db.ActorId = null;
                return errors.Any(error => error.Code.StartsWith("Duplicate", StringComparison.Ordinal))
                    ? new AcceptanceOutcome(null, HasAccount: true)
                    : new AcceptanceOutcome(null, Errors: [.. errors]);
            }
        }
        catch (DuplicateRowException)
        {
            // Somebody has made an account with this address since it was looked for.
            db.ChangeTracker.Clear();
            db.ActorId = null;
            return new AcceptanceOutcome(null, HasAccount: true);
        }

        await transaction.CommitAsync(cancellationToken);
        return new AcceptanceOutcome(user);
    }

    private IQueryable<Invitation> Open(SecretToken token)
    {
        var hash = token.Hash();
        var now = Instant.ToStored(clock.GetUtcNow());
        return db.Invitations.Where(row => row.TokenHash == hash && row.ExpiresAt > now);
    }

    private async Task<InvitationOutcome?> RefuseAsync(string address, CancellationToken cancellationToken)
    {
        if (await db.Users.AnyAsync(user => user.PartnerId == db.PartnerScope && user.NormalizedEmail == address, cancellationToken))
        {
            return InvitationOutcome.IsMember;
        }

        if (await Pending.AnyAsync(row => row.NormalizedEmail == address, cancellationToken))
        {
            return InvitationOutcome.IsInvited;
        }

        return await Pending.CountAsync(cancellationToken) >= InvitationLimits.MostPending ? InvitationOutcome.TooMany : null;
    }

    private void Audit(string act, Invitation invitation) => db.Audit(
        $"Invitation.{act}",
        nameof(Invitation),
        invitation.Id.ToString(),
        $"{invitation.Role}",
        new AuditPersonalDetail { SubjectId = invitation.Id, Text = $"{invitation.DisplayName} <{invitation.Email}>" });
}
