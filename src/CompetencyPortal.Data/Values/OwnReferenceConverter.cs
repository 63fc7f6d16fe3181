using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CompetencyPortal.Data.Values;

internal sealed class OwnReferenceConverter() : ValueConverter<OwnReference, string>(value => value.Value, text => OwnReference.Parse(text));
