namespace CompetencyPortal.Testing;

/// <summary>The checkout that the tests were built in.</summary>
public static class Checkout
{
    private static readonly Lazy<DirectoryInfo> Found = new(static () =>
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CompetencyPortal.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not lie in a checkout.");
        }

        return folder;
    });

    /// <summary>Its folder.</summary>
    public static string Folder => Found.Value.FullName;

    /// <summary>The folder in which it lies.</summary>
    public static string Surroundings => Path.Combine(Folder, "..");

    /// <summary>A file of its docs.</summary>
    public static string Doc(string name) => Path.Combine(Folder, "docs", name);
}
