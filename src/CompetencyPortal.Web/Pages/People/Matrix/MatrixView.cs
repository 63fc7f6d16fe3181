using System.Collections.Immutable;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Web.Infrastructure.Listing;

namespace CompetencyPortal.Web.Pages.People.Matrix;

/// <summary>The matrix of people and credentials.</summary>
/// <param name="Choices">The options and slots to choose from.</param>
/// <param name="Chosen">The one chosen; null for every credential.</param>
/// <param name="Credentials">The columns.</param>
/// <param name="People">The rows of this page.</param>
/// <param name="Places">How well the chosen slots are filled.</param>
/// <param name="Paging">Where in the list of people the reader is.</param>
public sealed record MatrixView(
    ImmutableArray<PlaceChoice> Choices,
    PlaceChoice? Chosen,
    ImmutableArray<Credential> Credentials,
    ImmutableArray<MatrixRow> People,
    ImmutableArray<PersonPlace> Places,
    Paging Paging);
