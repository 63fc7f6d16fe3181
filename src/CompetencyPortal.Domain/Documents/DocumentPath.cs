using System.Globalization;

namespace CompetencyPortal.Domain.Documents;

/// <summary>A place in a JSON document, written out only when something is wrong there.</summary>
internal sealed class DocumentPath
{
    private readonly DocumentPath? _parent;
    private readonly string? _property;
    private readonly long _index;

    private DocumentPath(DocumentPath? parent, string? property, long index)
    {
        _parent = parent;
        _property = property;
        _index = index;
    }

    public static DocumentPath Root { get; } = new(null, null, 0);

    public DocumentPath Property(string name) => new(this, name, 0);

    public DocumentPath Item(long index) => new(this, null, index);

    public override string ToString()
    {
        if (_parent is null)
        {
            return "";
        }

        var parent = _parent.ToString();
        return _property is null
            ? string.Create(CultureInfo.InvariantCulture, $"{parent}[{_index}]")
            : parent.Length == 0 ? _property : $"{parent}.{_property}";
    }
}
