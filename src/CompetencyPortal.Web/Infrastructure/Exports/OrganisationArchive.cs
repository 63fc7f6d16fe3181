using System.IO.Compression;
using System.Text.Json;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Domain.Documents;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure.Listing;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Infrastructure.Exports;

/// <summary>
/// Everything that the portal keeps of the reader's organisation and what follows from it on the as-of date, in one ZIP file: its
/// facts as the lists that the import reads, and as the evidence, the rulebook and the standing of the <c>assess</c> command, which
/// says the same from the first two.
/// </summary>
public sealed class OrganisationArchive(PortalDbContext db, PartnerEvidenceQuery evidence, RulebookInForce rulebooks, CurrentUser reader, AsOf asOf, TimeProvider clock)
{
    private const int BufferSize = 1 << 16;

    /// <summary>
    /// The archive as it stood at one moment, at its beginning. It lies in a temporary file that goes when it is closed: memory stays
    /// flat, whoever downloads slowly holds nothing up, and a failure on the way costs the whole answer instead of half a file.
    /// </summary>
    public async Task<Stream> CreateAsync(CancellationToken cancellationToken)
    {
        var spool = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferSize, FileOptions.DeleteOnClose);
        try
        {
            var rulebook = await rulebooks.GetAsync(cancellationToken);
            LoadedEvidence facts;
            do
            {
                // If the facts' version is the same before the first list and after the last, nothing was saved between them.
                spool.SetLength(0);
                facts = await evidence.LoadAsync(reader.PartnerId!.Value, asOf.Date, rulebook.Credentials, cancellationToken);
                await WriteAsync(spool, facts, rulebook, cancellationToken);
            }
            while (facts.FactsVersion != await db.Partners.Select(partner => partner.FactsVersion).SingleAsync(cancellationToken));
            spool.Position = 0;
            return spool;
        }
        catch
        {
            await spool.DisposeAsync();
            throw;
        }
    }

    private async Task WriteAsync(Stream spool, LoadedEvidence facts, Rulebook rulebook, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(spool, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await AddAsync(zip, "customers.csv", CustomersFile.Of(db.Customers.AsNoTracking().OrderBy(customer => customer.Name).ThenBy(customer => customer.Id)), cancellationToken);
        await AddAsync(zip, "revenue.csv", RevenueFile.Of(db.RevenueLines.AsNoTracking().OrderBy(line => line.Date).ThenBy(line => line.Id), withAmounts: true), cancellationToken);
        await AddAsync(zip, "people.csv", PeopleFile.Of(db.People.AsNoTracking().OrderBy(person => person.Name).ThenBy(person => person.Id)), cancellationToken);
        await AddAsync(zip, "evidence.json", new EvidenceDocument(facts.Evidence, facts.Customers, asOf.Date).Write, cancellationToken);
        await AddAsync(zip, "rulebook.json", json => RulebookDocument.Write(json, rulebook), cancellationToken);
        await AddAsync(zip, "standing.json", json => StandingDocument.Write(json, facts.Evidence, asOf.Date, Assessor.Assess(facts.Evidence, rulebook, asOf.Date), explain: false), cancellationToken);
    }

    private async Task AddAsync(ZipArchive zip, string name, CsvList list, CancellationToken cancellationToken)
    {
        await using var entry = await OpenAsync(zip, name, cancellationToken);
        await CsvFile.WriteAsync(entry, list, CsvFile.Separator, cancellationToken);
    }

    private async Task AddAsync(ZipArchive zip, string name, Action<Utf8JsonWriter> write, CancellationToken cancellationToken)
    {
        await using var entry = await OpenAsync(zip, name, cancellationToken);
        await using (var json = new Utf8JsonWriter(entry, DocumentWriting.Options))
        {
            write(json);
        }

        entry.WriteByte((byte)'\n');
    }

    private Task<Stream> OpenAsync(ZipArchive zip, string name, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = clock.GetUtcNow();
        return entry.OpenAsync(cancellationToken);
    }
}
