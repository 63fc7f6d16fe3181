namespace CompetencyPortal.Domain.Documents;

/// <summary>Gathers everything that is wrong with a document, in the order in which it was read.</summary>
public sealed class DocumentErrors
{
    private readonly List<DocumentError> _all = [];

    /// <summary>Everything that is wrong so far.</summary>
    public IReadOnlyList<DocumentError> All => _all;

    /// <summary>How much is wrong so far.</summary>
    public int Count => _all.Count;

    internal void Add(DocumentPath path, string message) => _all.Add(new DocumentError(path.ToString(), message));

    internal void ThrowIfAny(string document)
    {
        if (_all.Count > 0)
        {
            throw new DocumentException(document, _all);
        }
    }
}
