using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CompetencyPortal.Data.Values;

internal sealed class PartnerNumberConverter() : ValueConverter<PartnerNumber, string>(code => code.Value, text => PartnerNumber.Parse(text));
