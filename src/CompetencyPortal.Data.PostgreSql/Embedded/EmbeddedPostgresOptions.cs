namespace CompetencyPortal.Data.PostgreSql.Embedded;

/// <summary>Where the embedded PostgreSQL keeps its data and how it runs: the section <c>Database:Embedded</c> of the configuration.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>The folder that holds everything the server keeps; created when missing. Default: <see cref="DefaultDataFolder"/>.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The folder with PostgreSQL's own <c>bin</c>, <c>lib</c> and <c>share</c>. Default: what was published or built with the program.</summary>
    public string? BinariesFolder { get; init; }

    /// <summary>False gives up safety against a crash for speed. For tests only: a crash may then lose or corrupt everything.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Whether the owner role may create further databases. Takes effect when the data folder is first filled; meant for tests.</summary>
    public bool OwnerMayCreateDatabases { get; init; }

    /// <summary><c>CompetencyPortal</c> in the user's folder for application data; for root, <c>/var/lib/competencyportal</c>.</summary>
    /// <exception cref="EmbeddedPostgresException">The user has no folder for application data.</exception>
    public static string DefaultDataFolder
    {
        get
        {
            if (ServerAccount.ProgramIsRoot)
            {
                return "/var/lib/competencyportal";
            }

            string applicationData = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return applicationData.Length > 0
                ? Path.Combine(applicationData, "CompetencyPortal")
                : throw new EmbeddedPostgresException(
                    "This user has no folder for application data. Name a folder for the database in Database:Embedded:DataFolder.");
        }
    }
}
