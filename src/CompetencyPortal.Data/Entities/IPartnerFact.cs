namespace CompetencyPortal.Data.Entities;

/// <summary>
/// An organisation's row that its standing rests on: saving one raises <see cref="Partner.FactsVersion"/>. Statements that
/// pass by the context's save (<c>ExecuteUpdate</c>, <c>ExecuteDelete</c>) raise nothing and are not for these rows.
/// </summary>
public interface IPartnerFact : IPartnerOwned;
