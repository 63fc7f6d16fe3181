namespace CompetencyPortal.Data.Providers;

/// <summary>The program cannot have its database.</summary>
public sealed class DatabaseStartException(string message, Exception? cause = null) : StartRefusedException(message, cause);
