namespace CompetencyPortal.Data.Revenue;

/// <summary>What an undo left as it is, because somebody changed it since.</summary>
/// <param name="Line">The line before the act.</param>
/// <param name="Field">The value; <see cref="LineField.Line"/> where the line itself could not come back, or is gone.</param>
public sealed record UndoRefusal(LineBefore Line, LineField Field);
