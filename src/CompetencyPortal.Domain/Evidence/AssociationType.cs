namespace CompetencyPortal.Domain.Evidence;

/// <summary>A kind of association between a partner and a customer that the programme knows.</summary>
public enum AssociationType
{
    /// <summary>Digital Partner of Record (DPOR).</summary>
    DigitalPartnerOfRecord,

    /// <summary>Delegated Administrator.</summary>
    DelegatedAdministrator,

    /// <summary>Transacting Partner.</summary>
    TransactingPartner,

    /// <summary>FastTrack Partner.</summary>
    FastTrackPartner,
}
