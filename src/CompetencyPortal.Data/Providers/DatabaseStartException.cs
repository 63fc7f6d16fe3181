namespace CompetencyPortal.Data.Providers;

/// <summary>The program cannot have its database. The message is meant for whoever started the program: print it and end.</summary>
public sealed class DatabaseStartException(string message, Exception? cause = null) : Exception(message, cause);
