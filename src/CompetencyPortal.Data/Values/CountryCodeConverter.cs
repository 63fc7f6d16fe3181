using CompetencyPortal.Data.Countries;

using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CompetencyPortal.Data.Values;

internal sealed class CountryCodeConverter() : ValueConverter<CountryCode, string>(code => code.Value, text => CountryCode.Parse(text));
