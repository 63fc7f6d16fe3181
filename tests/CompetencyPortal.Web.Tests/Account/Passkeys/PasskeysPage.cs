using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Account.Passkeys;

public sealed class PasskeysPage : WebPage, IHasAddress
{
    public static string Address => "/account/passkeys";

    /// <summary>The passkeys by the words of their rows: name, added, used, kept.</summary>
    public IReadOnlyList<string> Passkeys => [.. Document.QuerySelectorAll("tbody tr").Select(row => string.Join(" | ", row.QuerySelectorAll("th, td:not(.row-actions)").Select(Clean)))];

    public PasskeyForm Adding => new(this);

    public string AddressOf(string name, string act) => Find($"a[href$={act}][aria-label$='{name}']")!.GetAttribute("href")!;
}
