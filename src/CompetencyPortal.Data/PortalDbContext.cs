using System.Collections.Immutable;

using CompetencyPortal.Data.Configurations;
using CompetencyPortal.Data.Countries;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports;
using CompetencyPortal.Data.Imports.Effects;
using CompetencyPortal.Data.Providers;
using CompetencyPortal.Data.Saving;
using CompetencyPortal.Data.Values;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;

using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace CompetencyPortal.Data;

/// <summary>
/// The portal's data. A context sees the rows of one organisation (<see cref="PartnerScope"/>) and the programme's
/// common ones; saving checks what may be saved, raises the versions that others rely on, and stamps the audit trail.
/// It is pooled: what a lease sets is forgotten when it ends.
/// </summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : IdentityUserContext<PortalUser, Guid>(options)
{
    /// <summary>The organisation whose rows are visible and may be saved; null: no organisation's rows.</summary>
    public Guid? PartnerScope { get; set; }

    /// <summary>Who acts, for the audit trail; null for the program itself.</summary>
    public Guid? ActorId { get; set; }

    public DbSet<Partner> Partners => Set<Partner>();

    public DbSet<UserSession> UserSessions => Set<UserSession>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<PasswordReset> PasswordResets => Set<PasswordReset>();

    public DbSet<PasskeyChallenge> PasskeyChallenges => Set<PasskeyChallenge>();

    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<CustomerAssociation> CustomerAssociations => Set<CustomerAssociation>();

    public DbSet<RevenueLine> RevenueLines => Set<RevenueLine>();

    public DbSet<BulkChange> BulkChanges => Set<BulkChange>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<ImportChunk> ImportChunks => Set<ImportChunk>();

    public DbSet<ImportRow> ImportRows => Set<ImportRow>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<PersonCredential> PersonCredentials => Set<PersonCredential>();

    public DbSet<RuleRevision> RuleRevisions => Set<RuleRevision>();

    public DbSet<RuleDraft> RuleDrafts => Set<RuleDraft>();

    public DbSet<CountryMarket> CountryMarkets => Set<CountryMarket>();

    public DbSet<RulebookState> RulebookState => Set<RulebookState>();

    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    public DbSet<AuditPersonalDetail> AuditPersonalDetails => Set<AuditPersonalDetail>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    private DatabaseProvider Provider => this.GetService<DatabaseProvider>();

    /// <summary>
    /// Makes <paramref name="partnerId"/> the organisation of this context and of its connection, for staff who look at
    /// one organisation and for programs that work through several. A partner's own requests are set by the session lookup.
    /// </summary>
    public async Task EnterPartnerAsync(Guid? partnerId, CancellationToken cancellationToken = default)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        await using var command = Provider.SetPartner(Database.GetDbConnection(), partnerId);
        command.Transaction = Database.CurrentTransaction?.GetDbTransaction();
        await command.ExecuteNonQueryAsync(cancellationToken);
        PartnerScope = partnerId;
    }

    /// <summary>States the version of <paramref name="row"/> that an edit started from; the save is refused if it is not the present one.</summary>
    public void Expect(IVersioned row, int version) => Entry(row).Property(nameof(IVersioned.Version)).OriginalValue = version;

    /// <summary>Adds an event to the audit trail, stored by the next save together with the change it speaks of.</summary>
    /// <param name="action">What is done, as <c>Noun.Act</c>.</param>
    /// <param name="entityType">The kind of row.</param>
    /// <param name="entityId">Its key.</param>
    /// <param name="details">What changes, without anything personal.</param>
    /// <param name="personal">What is personal about it.</param>
    public AuditEvent Audit(string action, string entityType, string entityId, string? details = null, AuditPersonalDetail? personal = null)
    {
        var auditEvent = new AuditEvent
        {
            ActorId = ActorId,
            PartnerId = PartnerScope,
            Action = action,
            EntityType = entityType,
            EntityId = entityId,
            Details = details,
            Personal = personal,
        };
        return AuditEvents.Add(auditEvent).Entity;
    }

    /// <inheritdoc/>
    /// <exception cref="ForeignPartnerException">A row belongs to another organisation than <see cref="PartnerScope"/>.</exception>
    /// <exception cref="ImmutableRowException">A published revision or an audit event would be changed or removed.</exception>
    /// <exception cref="DuplicateRowException">Another row has the same unique value.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved the row since it was read.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var changes = new PendingChanges(this);
        changes.Check();
        changes.Stamp(this.GetService<TimeProvider>().GetUtcNow());
        try
        {
            if (!changes.RaiseVersions)
            {
                return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            }

            await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
            await changes.RaiseVersionsAsync(cancellationToken);
            var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken);
            if (own is not null)
            {
                await own.CommitAsync(cancellationToken);
            }

            if (acceptAllChangesOnSuccess)
            {
                ChangeTracker.AcceptAllChanges();
            }

            return rows;
        }
        catch (DbUpdateException exception) when (exception.InnerException is System.Data.Common.DbException inner && Provider.IsDuplicate(inner))
        {
            throw new DuplicateRowException(exception);
        }
    }

    /// <summary>Not offered: every save goes the one asynchronous way.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync; the checks before a save are made there alone.");

    /// <inheritdoc/>
    public override void Dispose()
    {
        Forget();
        base.Dispose();
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        Forget();
        return base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 2);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>().HavePrecision(6);
        configurationBuilder.Properties<CountryCode>().HaveConversion<CountryCodeConverter>().HaveMaxLength(CountryCode.Length);
        configurationBuilder.Properties<PartnerNumber>().HaveConversion<PartnerNumberConverter>().HaveMaxLength(PartnerNumber.MaxLength);
        configurationBuilder.Properties<OwnReference>().HaveConversion<OwnReferenceConverter>().HaveMaxLength(OwnReference.MaxLength);
        configurationBuilder.Properties<EmailAddress>().HaveConversion<EmailAddressConverter>().HaveMaxLength(EmailAddress.MaxLength);
        configurationBuilder.Properties<CredentialCode>().HaveConversion<CredentialCodeConverter>().HaveMaxLength(PersonCredential.CodeLength);
        configurationBuilder.Properties<ImportSettings>().HaveConversion<JsonText<ImportSettings>>();
        configurationBuilder.Properties<ImportError>().HaveConversion<JsonText<ImportError>>();
        configurationBuilder.Properties<ImportEffect>().HaveConversion<JsonText<ImportEffect>>();
        configurationBuilder.Properties<ImmutableArray<ImportError>>().HaveConversion<JsonList<ImportError>, JsonListComparer<ImportError>>();
        configurationBuilder.Properties<ImmutableArray<ImportChange>>().HaveConversion<JsonList<ImportChange>, JsonListComparer<ImportChange>>();
        configurationBuilder.Properties<ImmutableArray<string>>().HaveConversion<JsonList<string>, JsonListComparer<string>>();
        configurationBuilder.Properties<ProductCode>().HaveConversion<ProductCodeConverter>().HaveMaxLength(100);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        var sql = this.GetService<ISqlGenerationHelper>();
        builder.ApplyConfiguration(new PartnerConfiguration());
        builder.ApplyConfiguration(new PortalUserConfiguration(sql));
        builder.ApplyConfiguration(new UserSessionConfiguration());
        builder.ApplyConfiguration(new InvitationConfiguration(sql));
        builder.ApplyConfiguration(new PasswordResetConfiguration());
        builder.ApplyConfiguration(new PasskeyChallengeConfiguration());
        builder.ApplyConfiguration(new OutgoingMailConfiguration());
        builder.ApplyConfiguration(new CustomerConfiguration());
        builder.ApplyConfiguration(new CustomerAssociationConfiguration(sql));
        builder.ApplyConfiguration(new RevenueLineConfiguration());
        builder.ApplyConfiguration(new BulkChangeConfiguration());
        builder.ApplyConfiguration(new ImportConfiguration());
        builder.ApplyConfiguration(new ImportChunkConfiguration());
        builder.ApplyConfiguration(new ImportRowConfiguration());
        builder.ApplyConfiguration(new PersonConfiguration(sql));
        builder.ApplyConfiguration(new PersonCredentialConfiguration());
        builder.ApplyConfiguration(new RuleRevisionConfiguration());
        builder.ApplyConfiguration(new RuleDraftConfiguration());
        builder.ApplyConfiguration(new CountryMarketConfiguration());
        builder.ApplyConfiguration(new RulebookStateConfiguration(sql));
        builder.ApplyConfiguration(new AuditEventConfiguration());
        builder.ApplyConfiguration(new AuditPersonalDetailConfiguration());
        builder.ApplyConfiguration(new DataProtectionKeyConfiguration());
        IdentityTables.Configure(builder);
        EnumConstraints.Add(builder, sql);
        Provider.Configure(builder);

        FilterByPartner(builder);
    }

    /// <summary>
    /// What an organisation sees. Its facts are seen under its scope alone; accounts, and what hangs on them, also where no
    /// organisation is at work, because that is how sign-in and staff find them, and imports, because that is how the program
    /// finds the work that waits.
    /// </summary>
    private void FilterByPartner(ModelBuilder builder)
    {
        builder.Entity<Customer>().HasQueryFilter(row => row.PartnerId == PartnerScope);
        builder.Entity<CustomerAssociation>().HasQueryFilter(row => row.PartnerId == PartnerScope);
        builder.Entity<RevenueLine>().HasQueryFilter(row => row.PartnerId == PartnerScope);
        builder.Entity<BulkChange>().HasQueryFilter(row => row.PartnerId == PartnerScope);
        builder.Entity<ImportChunk>().HasQueryFilter(row => row.PartnerId == PartnerScope);
        builder.Entity<ImportRow>().HasQueryFilter(row => row.PartnerId == PartnerScope);
        builder.Entity<Person>().HasQueryFilter(row => row.PartnerId == PartnerScope);
        builder.Entity<PersonCredential>().HasQueryFilter(row => row.PartnerId == PartnerScope);

        builder.Entity<Partner>().HasQueryFilter(partner => PartnerScope == null || partner.Id == PartnerScope);
        builder.Entity<PortalUser>().HasQueryFilter(user => PartnerScope == null || user.PartnerId == PartnerScope);
        builder.Entity<Invitation>().HasQueryFilter(row => PartnerScope == null || row.PartnerId == PartnerScope);
        builder.Entity<Import>().HasQueryFilter(row => PartnerScope == null || row.PartnerId == PartnerScope);
        builder.Entity<AuditEvent>().HasQueryFilter(row => PartnerScope == null || row.PartnerId == PartnerScope);

        builder.Entity<UserSession>().HasQueryFilter(row => PartnerScope == null || row.User!.PartnerId == PartnerScope);
        builder.Entity<PasswordReset>().HasQueryFilter(row => PartnerScope == null || row.User!.PartnerId == PartnerScope);
        builder.Entity<PasskeyChallenge>().HasQueryFilter(row => PartnerScope == null || row.User!.PartnerId == PartnerScope);
        builder.Entity<IdentityUserClaim<Guid>>().HasQueryFilter(row => PartnerScope == null || Users.Any(user => user.Id == row.UserId && user.PartnerId == PartnerScope));
        builder.Entity<IdentityUserLogin<Guid>>().HasQueryFilter(row => PartnerScope == null || Users.Any(user => user.Id == row.UserId && user.PartnerId == PartnerScope));
        builder.Entity<IdentityUserToken<Guid>>().HasQueryFilter(row => PartnerScope == null || Users.Any(user => user.Id == row.UserId && user.PartnerId == PartnerScope));
        builder.Entity<IdentityUserPasskey<Guid>>().HasQueryFilter(row => PartnerScope == null || Users.Any(user => user.Id == row.UserId && user.PartnerId == PartnerScope));
        builder.Entity<AuditPersonalDetail>().HasQueryFilter(row => PartnerScope == null || AuditEvents.Any(one => one.Id == row.AuditEventId && one.PartnerId == PartnerScope));
    }

    private void Forget()
    {
        PartnerScope = null;
        ActorId = null;
    }
}
