using System.Collections.Frozen;
using System.Text;

namespace CompetencyPortal.Data.Accounts;

/// <summary>
/// The passwords that are tried first: those of at least <see cref="PasswordLength.Least"/> characters in a list of what people
/// have chosen most often. <c>CommonPasswords.md</c> says where it comes from.
/// </summary>
internal static class CommonPasswords
{
    private static readonly Lazy<FrozenSet<string>> List = new(Read);

    public static int Count => List.Value.Count;

    /// <summary>Whether a password is one of them, however it is written large or small.</summary>
    public static bool Contain(string password) => List.Value.Contains(password.Normalize(NormalizationForm.FormKC).Trim());

    private static FrozenSet<string> Read()
    {
        using var reader = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream(typeof(CommonPasswords), "CommonPasswords.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
