using AngleSharp.Io.Dom;

namespace CompetencyPortal.Web.Tests.Hosting;

/// <summary>A file that somebody chooses in a form.</summary>
internal sealed class SentFile(string name, byte[] content) : IFile
{
    public string Name => name;

    public DateTime LastModified => new(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc);

    public int Length => content.Length;

    public string Type => "text/csv";

    public Stream Body => new MemoryStream(content);

    public bool IsClosed => false;

    public IBlob Slice(int start = 0, int end = int.MaxValue, string? contentType = null) => throw new NotSupportedException();

    public void Close()
    {
    }

    public void Dispose()
    {
    }
}
