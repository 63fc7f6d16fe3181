namespace CompetencyPortal.Data.PostgreSql.Embedded;

/// <summary>The embedded PostgreSQL cannot run; the message says why and what to do.</summary>
public class EmbeddedPostgresException(string message, Exception? innerException = null)
    : Exception(message, innerException);
