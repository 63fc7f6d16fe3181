using System.Text.Json;

namespace CompetencyPortal.Domain.Documents;

/// <summary>An object of a document whose property names have been checked; its values are checked as they are read.</summary>
internal sealed class DocumentObject(IReadOnlyDictionary<string, JsonElement> values, DocumentPath path, DocumentErrors errors)
{
    public DocumentPath Path { get; } = path;

    /// <summary>The value of a property; what stands for an absent value where it is null, missing or wrong.</summary>
    public T Read<T>(Property<T> property) =>
        values.TryGetValue(property.Name, out var value) ? property.Shape.Read(value, Path.Property(property.Name), errors) : property.Shape.Absent;

    public bool Has(Property property) => values.ContainsKey(property.Name);

    public void Refuse(Property property, string message) => errors.Add(Path.Property(property.Name), message);
}
