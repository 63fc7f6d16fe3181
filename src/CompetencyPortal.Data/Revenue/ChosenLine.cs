using System.Globalization;

namespace CompetencyPortal.Data.Revenue;

/// <summary>A revenue line that somebody chose from a list, and the version that they saw. In a form <c>key.version</c>.</summary>
public readonly record struct ChosenLine(Guid Id, int Version)
{
    public static bool TryParse(string? text, out ChosenLine chosen)
    {
        chosen = default;
        if (text?.Split('.') is not [var key, var number]
            || !Guid.TryParseExact(key, "N", out var id)
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return false;
        }

        chosen = new ChosenLine(id, version);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id:N}.{Version}");
}
