-- Row-level security: the database's own wall between organisations, as the migrations of PostgreSQL build it there.
-- For the portal's login a table has the rows of the organisation that the portal set on its connection
-- (SESSION_CONTEXT), whatever a statement asks for. Members of db_owner pass: they migrate.
-- Run it as db_owner after each "database migrate" or migration script; running it again changes nothing.
-- A migration that alters a table named here first needs: DROP SECURITY POLICY [portal_isolation].[own_organisation].

IF SCHEMA_ID(N'portal_isolation') IS NULL
    EXEC (N'CREATE SCHEMA [portal_isolation]');
GO

DROP SECURITY POLICY IF EXISTS [portal_isolation].[own_organisation];
DROP FUNCTION IF EXISTS [portal_isolation].[of_partner];
DROP FUNCTION IF EXISTS [portal_isolation].[of_partner_or_nobody];
DROP FUNCTION IF EXISTS [portal_isolation].[of_user];
DROP FUNCTION IF EXISTS [portal_isolation].[of_audit_event];
GO

-- A fact: there only while its organisation is at work.
CREATE FUNCTION [portal_isolation].[of_partner](@partner uniqueidentifier)
RETURNS TABLE WITH SCHEMABINDING AS
RETURN SELECT 1 AS [allowed]
    WHERE @partner = TRY_CAST(SESSION_CONTEXT(N'competencyportal.partner_id') AS uniqueidentifier)
        OR IS_ROLEMEMBER(N'db_owner') = 1;
GO

-- An account, an organisation, or what is kept like one: there also while no organisation is at work, as at sign-in.
CREATE FUNCTION [portal_isolation].[of_partner_or_nobody](@partner uniqueidentifier)
RETURNS TABLE WITH SCHEMABINDING AS
RETURN SELECT 1 AS [allowed]
    WHERE SESSION_CONTEXT(N'competencyportal.partner_id') IS NULL
        OR @partner = TRY_CAST(SESSION_CONTEXT(N'competencyportal.partner_id') AS uniqueidentifier)
        OR IS_ROLEMEMBER(N'db_owner') = 1;
GO

-- What hangs on an account: there where the account is.
CREATE FUNCTION [portal_isolation].[of_user](@user uniqueidentifier)
RETURNS TABLE WITH SCHEMABINDING AS
RETURN SELECT 1 AS [allowed]
    WHERE SESSION_CONTEXT(N'competencyportal.partner_id') IS NULL
        OR EXISTS (
            SELECT 1 FROM [dbo].[Users] [account]
            WHERE [account].[Id] = @user
                AND [account].[PartnerId] = TRY_CAST(SESSION_CONTEXT(N'competencyportal.partner_id') AS uniqueidentifier))
        OR IS_ROLEMEMBER(N'db_owner') = 1;
GO

-- What hangs on an event of the audit trail: there where the event is.
CREATE FUNCTION [portal_isolation].[of_audit_event](@event uniqueidentifier)
RETURNS TABLE WITH SCHEMABINDING AS
RETURN SELECT 1 AS [allowed]
    WHERE SESSION_CONTEXT(N'competencyportal.partner_id') IS NULL
        OR EXISTS (
            SELECT 1 FROM [dbo].[AuditEvents] [event]
            WHERE [event].[Id] = @event
                AND [event].[PartnerId] = TRY_CAST(SESSION_CONTEXT(N'competencyportal.partner_id') AS uniqueidentifier))
        OR IS_ROLEMEMBER(N'db_owner') = 1;
GO

CREATE SECURITY POLICY [portal_isolation].[own_organisation]
    ADD FILTER PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[Customers],
    ADD BLOCK PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[Customers] AFTER INSERT,
    ADD BLOCK PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[Customers] AFTER UPDATE,
    ADD FILTER PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[CustomerAssociations],
    ADD BLOCK PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[CustomerAssociations] AFTER INSERT,
    ADD BLOCK PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[CustomerAssociations] AFTER UPDATE,
    ADD FILTER PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[RevenueLines],
    ADD BLOCK PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[RevenueLines] AFTER INSERT,
    ADD BLOCK PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[RevenueLines] AFTER UPDATE,
    ADD FILTER PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[BulkChanges],
    ADD BLOCK PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[BulkChanges] AFTER INSERT,
    ADD BLOCK PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[BulkChanges] AFTER UPDATE,
    ADD FILTER PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[ImportChunks],
    ADD BLOCK PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[ImportChunks] AFTER INSERT,
    ADD BLOCK PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[ImportChunks] AFTER UPDATE,
    ADD FILTER PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[ImportRows],
    ADD BLOCK PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[ImportRows] AFTER INSERT,
    ADD BLOCK PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[ImportRows] AFTER UPDATE,
    ADD FILTER PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[People],
    ADD BLOCK PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[People] AFTER INSERT,
    ADD BLOCK PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[People] AFTER UPDATE,
    ADD FILTER PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[PersonCredentials],
    ADD BLOCK PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[PersonCredentials] AFTER INSERT,
    ADD BLOCK PREDICATE [portal_isolation].[of_partner]([PartnerId]) ON [dbo].[PersonCredentials] AFTER UPDATE,
    ADD FILTER PREDICATE [portal_isolation].[of_partner_or_nobody]([PartnerId]) ON [dbo].[Users],
    ADD BLOCK PREDICATE [portal_isolation].[of_partner_or_nobody]([PartnerId]) ON [dbo].[Users] AFTER INSERT,
    ADD BLOCK PREDICATE [portal_isolation].[of_partner_or_nobody]([PartnerId]) ON [dbo].[Users] AFTER UPDATE,
    ADD FILTER PREDICATE [portal_isolation].[of_partner_or_nobody]([PartnerId]) ON [dbo].[Invitations],
    ADD BLOCK PREDICATE [portal_isolation].[of_partner_or_nobody]([PartnerId]) ON [dbo].[Invitations] AFTER INSERT,
    ADD BLOCK PREDICATE [portal_isolation].[of_partner_or_nobody]([PartnerId]) ON [dbo].[Invitations] AFTER UPDATE,
    ADD FILTER PREDICATE [portal_isolation].[of_partner_or_nobody]([PartnerId]) ON [dbo].[Imports],
    ADD BLOCK PREDICATE [portal_isolation].[of_partner_or_nobody]([PartnerId]) ON [dbo].[Imports] AFTER INSERT,
    ADD BLOCK PREDICATE [portal_isolation].[of_partner_or_nobody]([PartnerId]) ON [dbo].[Imports] AFTER UPDATE,
    ADD FILTER PREDICATE [portal_isolation].[of_partner_or_nobody]([PartnerId]) ON [dbo].[AuditEvents],
    ADD BLOCK PREDICATE [portal_isolation].[of_partner_or_nobody]([PartnerId]) ON [dbo].[AuditEvents] AFTER INSERT,
    ADD BLOCK PREDICATE [portal_isolation].[of_partner_or_nobody]([PartnerId]) ON [dbo].[AuditEvents] AFTER UPDATE,
    ADD FILTER PREDICATE [portal_isolation].[of_partner_or_nobody]([Id]) ON [dbo].[Partners],
    ADD BLOCK PREDICATE [portal_isolation].[of_partner_or_nobody]([Id]) ON [dbo].[Partners] AFTER INSERT,
    ADD BLOCK PREDICATE [portal_isolation].[of_partner_or_nobody]([Id]) ON [dbo].[Partners] AFTER UPDATE,
    ADD FILTER PREDICATE [portal_isolation].[of_user]([UserId]) ON [dbo].[UserSessions],
    ADD BLOCK PREDICATE [portal_isolation].[of_user]([UserId]) ON [dbo].[UserSessions] AFTER INSERT,
    ADD BLOCK PREDICATE [portal_isolation].[of_user]([UserId]) ON [dbo].[UserSessions] AFTER UPDATE,
    ADD FILTER PREDICATE [portal_isolation].[of_user]([UserId]) ON [dbo].[UserClaims],
    ADD BLOCK PREDICATE [portal_isolation].[of_user]([UserId]) ON [dbo].[UserClaims] AFTER INSERT,
    ADD BLOCK PREDICATE [portal_isolation].[of_user]([UserId]) ON [dbo].[UserClaims] AFTER UPDATE,
    ADD FILTER PREDICATE [portal_isolation].[of_user]([UserId]) ON [dbo].[UserLogins],
    ADD BLOCK PREDICATE [portal_isolation].[of_user]([UserId]) ON [dbo].[UserLogins] AFTER INSERT,
    ADD BLOCK PREDICATE [portal_isolation].[of_user]([UserId]) ON [dbo].[UserLogins] AFTER UPDATE,
    ADD FILTER PREDICATE [portal_isolation].[of_user]([UserId]) ON [dbo].[UserTokens],
    ADD BLOCK PREDICATE [portal_isolation].[of_user]([UserId]) ON [dbo].[UserTokens] AFTER INSERT,
    ADD BLOCK PREDICATE [portal_isolation].[of_user]([UserId]) ON [dbo].[UserTokens] AFTER UPDATE,
    ADD FILTER PREDICATE [portal_isolation].[of_user]([UserId]) ON [dbo].[UserPasskeys],
    ADD BLOCK PREDICATE [portal_isolation].[of_user]([UserId]) ON [dbo].[UserPasskeys] AFTER INSERT,
    ADD BLOCK PREDICATE [portal_isolation].[of_user]([UserId]) ON [dbo].[UserPasskeys] AFTER UPDATE,
    ADD FILTER PREDICATE [portal_isolation].[of_user]([UserId]) ON [dbo].[PasswordResets],
    ADD BLOCK PREDICATE [portal_isolation].[of_user]([UserId]) ON [dbo].[PasswordResets] AFTER INSERT,
    ADD BLOCK PREDICATE [portal_isolation].[of_user]([UserId]) ON [dbo].[PasswordResets] AFTER UPDATE,
    ADD FILTER PREDICATE [portal_isolation].[of_user]([UserId]) ON [dbo].[PasskeyChallenges],
    ADD BLOCK PREDICATE [portal_isolation].[of_user]([UserId]) ON [dbo].[PasskeyChallenges] AFTER INSERT,
    ADD BLOCK PREDICATE [portal_isolation].[of_user]([UserId]) ON [dbo].[PasskeyChallenges] AFTER UPDATE,
    ADD FILTER PREDICATE [portal_isolation].[of_audit_event]([AuditEventId]) ON [dbo].[AuditPersonalDetails],
    ADD BLOCK PREDICATE [portal_isolation].[of_audit_event]([AuditEventId]) ON [dbo].[AuditPersonalDetails] AFTER INSERT,
    ADD BLOCK PREDICATE [portal_isolation].[of_audit_event]([AuditEventId]) ON [dbo].[AuditPersonalDetails] AFTER UPDATE
    WITH (STATE = ON);
GO
