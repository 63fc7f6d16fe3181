using System.Threading.Channels;

namespace CompetencyPortal.Data.Imports;

/// <summary>Wakes whoever works on imports in this program. What is lost with the program is found again in the database.</summary>
public sealed class ImportQueue
{
    private readonly Channel<Guid> _imports = Channel.CreateBounded<Guid>(
        new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that an import waits for work.</summary>
    public void Wake(Guid importId) => _imports.Writer.TryWrite(importId);

    internal IAsyncEnumerable<Guid> ReadAllAsync(CancellationToken cancellationToken) => _imports.Reader.ReadAllAsync(cancellationToken);
}
