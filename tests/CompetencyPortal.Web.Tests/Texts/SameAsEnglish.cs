namespace CompetencyPortal.Web.Tests.Texts;

/// <summary>The texts that are right although they are the English ones, each with the reason.</summary>
internal static class SameAsEnglish
{
    private const string Name = "a name";
    private const string SameWord = "the same word in both languages";

    public static readonly IReadOnlyList<Exception> Allowed =
    [
        new("AccountTexts", "Account.Organisation", "fr", SameWord),
        new("AccountTexts", "Account.Sessions", "fr", SameWord),
        new("ImportTexts", "Flag.No", "es", SameWord),
        new("ProgramTexts", "Pages.Version", "fr", SameWord),
        new("ProgramTexts", "Program.Title", "fr", SameWord),
        new("ProgramTexts", "Revision.Source", "fr", SameWord),
        new("SearchTexts", "Kind.Options", "fr", SameWord),
        new("SharedTexts", "App.Name", "fr es ru zh-Hant", Name),
        new("SharedTexts", "AssociationType.DelegatedAdministrator", "fr es ru zh-Hant", Name),
        new("SharedTexts", "AssociationType.DigitalPartnerOfRecord", "fr es ru zh-Hant", Name),
        new("SharedTexts", "AssociationType.FastTrackPartner", "fr es ru zh-Hant", Name),
        new("SharedTexts", "AssociationType.TransactingPartner", "fr es ru zh-Hant", Name),
        new("SharedTexts", "DisagreementKind.Association", "fr", SameWord),
        new("SharedTexts", "DisagreementKind.Date", "fr", SameWord),
        new("SharedTexts", "Layout.Menu", "fr", SameWord),
        new("SharedTexts", "Navigation.Programme", "fr", SameWord),
        new("SharedTexts", "Title.Error", "es", SameWord),
    ];

    /// <param name="Area">The area.</param>
    /// <param name="Key">The key; of a plural text the part before the form.</param>
    /// <param name="Languages">The languages, with spaces between.</param>
    /// <param name="Reason">Why it is right.</param>
    internal sealed record Exception(string Area, string Key, string Languages, string Reason)
    {
        public bool Covers(TextArea.Text text) =>
            text.Area == Area && TextKey.Spoken(text.Key) == Key && Languages.Split(' ').Contains(text.Language);
    }
}
