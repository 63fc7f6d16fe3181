using CompetencyPortal.Domain.Competencies;

using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CompetencyPortal.Data.Values;

internal sealed class ProductCodeConverter() : ValueConverter<ProductCode, string>(code => code.Value, text => new ProductCode(text));
