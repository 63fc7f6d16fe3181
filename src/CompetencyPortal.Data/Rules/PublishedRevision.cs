using System.Security.Cryptography;
using System.Text;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Data.Rules;

/// <summary>The way of a revision into its row and back: a text with its digest.</summary>
public static class PublishedRevision
{
    /// <summary>The row that publishes <paramref name="revision"/>.</summary>
    public static RuleRevision ToRow(string competencyCode, Revision revision, DateTimeOffset publishedAt, string? reason, Guid? publishedBy)
    {
        var document = RevisionDocument.Write(revision);
        return new RuleRevision
        {
            CompetencyCode = competencyCode,
            EffectiveFrom = revision.EffectiveFrom,
            PublishedOn = revision.PublishedOn,
            PublishedAt = publishedAt,
            Document = document,
            Sha256 = Digest(document),
            Reason = reason,
            Source = revision.Source.Document,
            PublishedBy = publishedBy,
        };
    }

    /// <summary>The revision that <paramref name="row"/> holds.</summary>
    /// <exception cref="InvalidOperationException">The text is not the one that was published.</exception>
    public static Revision Read(RuleRevision row, Rulebook catalogs) =>
        Digest(row.Document) == row.Sha256
            ? RevisionDocument.Read(row.Document, catalogs)
            : throw new InvalidOperationException(
                $"The revision of {row.CompetencyCode} from {row.EffectiveFrom:yyyy-MM-dd} is not the text that was published: its digest differs.");

    private static string Digest(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
}
