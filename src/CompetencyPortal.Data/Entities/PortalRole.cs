namespace CompetencyPortal.Data.Entities;

/// <summary>What a person may do in the portal. A person belongs to one organisation, or to the programme's staff.</summary>
public enum PortalRole
{
    /// <summary>Everything inside their own organisation.</summary>
    PartnerAdmin,

    /// <summary>Sees their organisation's facts and standings; amounts only with the admin's leave.</summary>
    PartnerMember,

    /// <summary>Drafts and publishes revisions, edits credentials, products and markets, sees every partner's standing.</summary>
    ProgrammeEditor,

    /// <summary>What an editor may, and staff accounts, settings and the audit trail.</summary>
    ProgrammeAdmin,
}
