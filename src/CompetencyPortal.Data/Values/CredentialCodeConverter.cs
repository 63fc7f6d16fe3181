using CompetencyPortal.Domain.Credentials;

using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CompetencyPortal.Data.Values;

internal sealed class CredentialCodeConverter() : ValueConverter<CredentialCode, string>(code => code.Value, text => CredentialCode.Parse(text));
