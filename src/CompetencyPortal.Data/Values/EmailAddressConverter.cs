using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CompetencyPortal.Data.Values;

internal sealed class EmailAddressConverter() : ValueConverter<EmailAddress, string>(value => value.Value, text => EmailAddress.Parse(text));
