using System.Text.Encodings.Web;
using System.Text.Json;

namespace CompetencyPortal.Data.Revenue;

/// <summary>What <see cref="Entities.BulkChange.Before"/> holds: what the lines were given, and the lines before it.</summary>
/// <param name="Customer">The customer that they were given; null if each kept its own.</param>
/// <param name="Product">The product.</param>
/// <param name="Date">The day.</param>
/// <param name="NetNew">Whether they were made net new.</param>
/// <param name="Lines">The lines.</param>
public sealed record BulkRecord(Guid? Customer, string? Product, DateOnly? Date, bool? NetNew, IReadOnlyList<LineBefore> Lines)
{
    private static readonly JsonSerializerOptions AsWritten = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What they were given.</summary>
    public BulkEdit ToEdit() => new(Customer, Product is null ? null : new(Product), Date, NetNew);

    public static BulkRecord Of(BulkEdit? edit, IReadOnlyList<LineBefore> lines) => new(edit?.Customer, edit?.Product?.Value, edit?.Date, edit?.NetNew, lines);

    public static BulkRecord Read(string json) => JsonSerializer.Deserialize<BulkRecord>(json, AsWritten)!;

    public string Write() => JsonSerializer.Serialize(this, AsWritten);
}
