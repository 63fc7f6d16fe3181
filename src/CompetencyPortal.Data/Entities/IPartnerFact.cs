namespace CompetencyPortal.Data.Entities;

/// <summary>An organisation's row that its standing rests on: saving one raises <see cref="Partner.FactsVersion"/>.</summary>
public interface IPartnerFact : IPartnerOwned;
