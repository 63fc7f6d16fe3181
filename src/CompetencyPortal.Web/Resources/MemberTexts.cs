namespace CompetencyPortal.Web.Resources;

/// <summary>Texts about organisations, their people and programme staff, and about invitations.</summary>
public sealed class MemberTexts;
