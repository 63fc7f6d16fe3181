using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Domain.Competencies;

/// <summary>An area in which a partner organisation can be recognised, with all that was ever required for it.</summary>
/// <param name="Code">Its code, in lower case with hyphens.</param>
/// <param name="Name">Its name; a name, never translated.</param>
/// <param name="History">Its revisions.</param>
public sealed record Competency(string Code, string Name, RevisionHistory History);
