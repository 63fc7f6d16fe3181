using System.Text.Json;

namespace CompetencyPortal.Domain.Documents;

/// <summary>An object of a document whose property names are known ones; that each is there and what it holds is checked as it is read.</summary>
internal sealed class DocumentObject(IReadOnlyDictionary<string, JsonElement> values, DocumentPath path, DocumentErrors errors)
{
    public DocumentPath Path { get; } = path;

    /// <summary>The value of a property; what stands for an absent value where it is null, missing or wrong.</summary>
    public T Read<T>(Property<T> property)
    {
        if (values.TryGetValue(property.Name, out var value))
        {
            return property.Shape.Read(value, Path.Property(property.Name), errors);
        }

        if (!property.IsOptional)
        {
            Refuse(property, "is missing; add it.");
        }

        return property.Shape.Absent;
    }

    public bool Has(Property property) => values.ContainsKey(property.Name);

    public void Refuse(Property property, string message) => errors.Add(Path.Property(property.Name), message);
}
