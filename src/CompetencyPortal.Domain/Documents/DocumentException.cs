namespace CompetencyPortal.Domain.Documents;

/// <summary>A document that had to be right is not. It is refused whole.</summary>
public sealed class DocumentException(string document, IReadOnlyList<DocumentError> errors)
    : Exception($"{document} is refused:{Environment.NewLine}{string.Join(Environment.NewLine, errors)}")
{
    /// <summary>Everything that is wrong with it.</summary>
    public IReadOnlyList<DocumentError> Errors { get; } = errors;
}
