namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Which forms of a counted noun a language has, and which of them a whole number takes (Unicode CLDR, cardinals of integers below a million).</summary>
public static class Plural
{
    /// <summary>The forms that a plural text must have in <paramref name="language"/>.</summary>
    public static IReadOnlyList<PluralForm> FormsOf(string language) => language switch
    {
        "ru" => [PluralForm.One, PluralForm.Few, PluralForm.Many],
        "zh-Hant" => [PluralForm.Other],
        _ => [PluralForm.One, PluralForm.Other],
    };

    /// <summary>The form that <paramref name="count"/> takes in <paramref name="language"/>.</summary>
    public static PluralForm Of(string language, int count)
    {
        var n = Math.Abs((long)count);
        return language switch
        {
            "ru" => (n % 10, n % 100) switch
            {
                (_, >= 11 and <= 14) => PluralForm.Many,
                (1, _) => PluralForm.One,
                ( >= 2 and <= 4, _) => PluralForm.Few,
                _ => PluralForm.Many,
            },
            "zh-Hant" => PluralForm.Other,
            "fr" => n < 2 ? PluralForm.One : PluralForm.Other,
            _ => n == 1 ? PluralForm.One : PluralForm.Other,
        };
    }
}
