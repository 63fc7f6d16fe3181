using System.Collections.Immutable;

using CompetencyPortal.Domain.Evidence;

namespace CompetencyPortal.Domain.Credentials;

/// <summary>
/// A monotone expression over credentials: what a person must hold to fill a place. Holding more never
/// makes a satisfied criterion unsatisfied. Source: rulebook, section 4.
/// </summary>
public abstract record Criterion
{
    private Criterion()
    {
    }

    /// <summary>The codes it names, in document order, a code as often as it is named.</summary>
    public abstract IEnumerable<CredentialCode> Codes { get; }

    /// <summary>Whether the credentials of <paramref name="person"/> that count on <paramref name="asOf"/> satisfy it. Employment is not asked about.</summary>
    public abstract bool IsSatisfiedBy(Person person, DateOnly asOf);

    /// <summary>What <paramref name="person"/> still lacks on <paramref name="asOf"/>, in the form of a criterion; null if nothing.</summary>
    public abstract Criterion? MissingFor(Person person, DateOnly asOf);

    /// <summary>The person holds one credential.</summary>
    public sealed record Holds(CredentialCode Code) : Criterion
    {
        /// <inheritdoc/>
        public override IEnumerable<CredentialCode> Codes => [Code];

        /// <inheritdoc/>
        public override bool IsSatisfiedBy(Person person, DateOnly asOf) => person.Holds(Code, asOf);

        /// <inheritdoc/>
        public override Criterion? MissingFor(Person person, DateOnly asOf) => IsSatisfiedBy(person, asOf) ? null : this;
    }

    /// <summary>The person satisfies every one of the parts.</summary>
    public sealed record AllOf : Criterion
    {
        /// <summary>Joins the parts.</summary>
        /// <exception cref="ArgumentException">There is no part.</exception>
        public AllOf(ImmutableArray<Criterion> parts) => Parts = NotEmpty(parts);

        /// <summary>The parts, at least one, in document order.</summary>
        public ImmutableArray<Criterion> Parts { get; }

        /// <inheritdoc/>
        public override IEnumerable<CredentialCode> Codes => Parts.SelectMany(part => part.Codes);

        /// <inheritdoc/>
        public override bool IsSatisfiedBy(Person person, DateOnly asOf)
        {
            foreach (var part in Parts)
            {
                if (!part.IsSatisfiedBy(person, asOf))
                {
                    return false;
                }
            }

            return true;
        }

        /// <inheritdoc/>
        public override Criterion? MissingFor(Person person, DateOnly asOf) =>
            Parts.Select(part => part.MissingFor(person, asOf)).OfType<Criterion>().ToImmutableArray() switch
            {
                [] => null,
                [var one] => one,
                var several => new AllOf(several),
            };

        /// <inheritdoc/>
        public bool Equals(AllOf? other) => other is not null && Parts.AsSpan().SequenceEqual(other.Parts.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => HashOf(nameof(AllOf), Parts);
    }

    /// <summary>The person satisfies at least one of the parts.</summary>
    public sealed record AnyOf : Criterion
    {
        /// <summary>Joins the parts.</summary>
        /// <exception cref="ArgumentException">There is no part.</exception>
        public AnyOf(ImmutableArray<Criterion> parts) => Parts = NotEmpty(parts);

        /// <summary>The parts, at least one, in document order.</summary>
        public ImmutableArray<Criterion> Parts { get; }

        /// <inheritdoc/>
        public override IEnumerable<CredentialCode> Codes => Parts.SelectMany(part => part.Codes);

        /// <inheritdoc/>
        public override bool IsSatisfiedBy(Person person, DateOnly asOf)
        {
            foreach (var part in Parts)
            {
                if (part.IsSatisfiedBy(person, asOf))
                {
                    return true;
                }
            }

            return false;
        }

        /// <inheritdoc/>
        public override Criterion? MissingFor(Person person, DateOnly asOf)
        {
            if (IsSatisfiedBy(person, asOf))
            {
                return null;
            }

            var missing = Parts.Select(part => part.MissingFor(person, asOf)!).ToImmutableArray();
            return missing is [var one] ? one : new AnyOf(missing);
        }

        /// <inheritdoc/>
        public bool Equals(AnyOf? other) => other is not null && Parts.AsSpan().SequenceEqual(other.Parts.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => HashOf(nameof(AnyOf), Parts);
    }

    private static ImmutableArray<Criterion> NotEmpty(ImmutableArray<Criterion> parts) =>
        parts.IsDefaultOrEmpty ? throw new ArgumentException("A criterion of several parts names at least one.", nameof(parts)) : parts;

    private static int HashOf(string kind, ImmutableArray<Criterion> parts)
    {
        var hash = default(HashCode);
        hash.Add(kind);
        foreach (var part in parts)
        {
            hash.Add(part);
        }

        return hash.ToHashCode();
    }
}
