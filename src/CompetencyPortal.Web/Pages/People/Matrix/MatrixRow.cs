using System.Collections.Immutable;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;

using Person = CompetencyPortal.Data.Entities.Person;

namespace CompetencyPortal.Web.Pages.People.Matrix;

/// <summary>A person of the matrix.</summary>
/// <param name="Person">The row of the person, with all passes.</param>
/// <param name="Cells">One for each credential shown.</param>
/// <param name="Missing">What the person lacks of the slot that is chosen; null if nothing, or none is chosen.</param>
public sealed record MatrixRow(Person Person, ImmutableArray<MatrixCell> Cells, Criterion? Missing)
{
    public static MatrixRow Of(Person person, ImmutableArray<Credential> credentials, PlaceChoice? chosen, CredentialCatalog catalog, DateOnly asOf) => new(
        person,
        [.. credentials.Select(credential => MatrixCell.Of(credential, person.Credentials, asOf))],
        chosen?.Place?.Slot.Criterion.MissingFor(Judged(person, catalog), asOf));

    /// <summary>The person as the domain judges them.</summary>
    public static Domain.Evidence.Person Judged(Person person, CredentialCatalog catalog) => new(
        person.Id.ToString(),
        person.Name,
        EffectivePeriod.Between(person.From, person.Until),
        [.. person.Credentials.Select(pass => new CredentialPass(catalog.Find(pass.Code) ?? new Credential(pass.Code, ""), pass.PassedOn))]);
}
