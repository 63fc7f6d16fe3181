namespace CompetencyPortal.Data.Demo;

/// <summary>Invented names for a large organisation: people of several cultures, and branches of the customary sample companies.</summary>
internal static class DemoNames
{
    private static readonly (string[] Given, string[] Family)[] Cultures =
    [
        (["Emma", "Oliver", "Charlotte", "Liam", "Hannah", "Noah", "Abigail", "Ethan"], ["Whitfield", "Harper", "Lawson", "Mercer", "Sutton", "Barlow", "Prescott", "Dalton"]),
        (["Camille", "Julien", "Élodie", "Mathieu", "Aurélie", "Bastien", "Noémie", "Étienne"], ["Lefebvre", "Garnier", "Chevallier", "Perrin", "Moreau", "Barbier", "Roussel", "Dupuis"]),
        (["Alejandra", "Diego", "Paula", "Sergio", "Valentina", "Álvaro", "Ximena", "Rubén"], ["Cárdenas", "Montoya", "Villalobos", "Esquivel", "Navarrete", "Peñalver", "Aguirre", "Santana"]),
        (["Анна", "Дмитрий", "Екатерина", "Сергей", "Ольга", "Михаил", "Полина", "Илья"], ["Ковалёк", "Журавич", "Мельниченко", "Савельчук", "Гончаренко", "Лисенко", "Романюк", "Шевчук"]),
        (["怡君", "志偉", "雅婷", "家豪", "淑芬", "俊宏", "佩珊", "冠宇"], ["陳", "林", "黃", "張", "李", "王", "吳", "劉"]),
        (["Priya", "Arjun", "Ananya", "Rohan", "Kavya", "Vikram", "Meera", "Siddharth"], ["Raghavan", "Deshpande", "Chatterjee", "Menon", "Bhatia", "Kulkarni", "Iyer", "Malhotra"]),
        (["Yuki", "Haruto", "Sakura", "Ren", "Aoi", "Daichi", "Hina", "Sota"], ["Tanaka", "Fujimoto", "Nakagawa", "Hayashi", "Okada", "Matsuda", "Ishikawa", "Kobayashi"]),
        (["Ngozi", "Chinedu", "Amina", "Tunde", "Zainab", "Emeka", "Folake", "Ibrahim"], ["Okafor", "Balogun", "Eze", "Adebayo", "Nwosu", "Bello", "Okonkwo", "Oyelaran"]),
        (["Lena", "Jonas", "Katharina", "Felix", "Miriam", "Lukas", "Annika", "Moritz"], ["Brandt", "Vogelsang", "Hoffmeister", "Krüger", "Lindner", "Seidel", "Westphal", "Zimmer"]),
        (["Zofia", "Jakub", "Maja", "Szymon", "Alicja", "Filip", "Hanna", "Tomasz"], ["Wiśniewska-Lis", "Zieliński", "Sikora", "Dąbrowski", "Wrona", "Jankowski", "Krajewska", "Pawlak"]),
        (["Leila", "Omar", "Nour", "Tariq", "Salma", "Hassan", "Rania", "Khalil"], ["Mansour", "Haddad", "Al-Rashid", "Khoury", "Nasser", "Farouk", "Zidan", "Saleh"]),
        (["Linh", "Minh", "Thảo", "Quân", "Hạnh", "Tuấn", "Mai", "Dũng"], ["Nguyễn", "Trần", "Lê", "Phạm", "Võ", "Đặng", "Bùi", "Hồ"]),
    ];

    private static readonly string[] Roots =
    [
        "Adventure Works", "Alpine Ski House", "Bellows College", "Blue Yonder Airlines", "City Power & Light", "Coho Winery", "Consolidated Messenger",
        "Fabrikam Residences", "First Up Consultants", "Fourth Coffee", "Graphic Design Institute", "Humongous Insurance", "Litware", "Lucerne Publishing",
        "Margie’s Travel", "Munson’s Farm", "Nod Publishers", "Northwind Traders", "The Phone Company", "Proseware", "Relecloud", "School of Fine Art",
        "Southridge Video", "Tailspin Toys", "Trey Research", "VanArsdel", "Wide World Importers", "Wingtip Toys", "Woodgrove Bank",
    ];

    private static readonly string[] Places =
        ["Atlanta", "Boston", "Calgary", "Chicago", "Dallas", "Denver", "Houston", "Lagos", "London", "México", "Osaka", "Ottawa", "Paris", "Seattle", "Taipei", "Toronto"];

    /// <summary>People's names, none twice.</summary>
    public static IEnumerable<string> People(DemoDice dice) => Distinct(() =>
    {
        var (given, family) = dice.Pick(Cultures);
        var (first, last) = (dice.Pick(given), dice.Pick(family));
        return IsChinese(last) ? last + first : $"{first} {last}";
    });

    /// <summary>Companies' names, none twice.</summary>
    public static IEnumerable<string> Companies(DemoDice dice) => Distinct(() => $"{dice.Pick(Roots)} {dice.Pick(Places)}");

    private static IEnumerable<string> Distinct(Func<string> next)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            if (next() is var name && given.Add(name))
            {
                yield return name;
            }
        }
    }

    private static bool IsChinese(string name) => name[0] is >= '\u4e00' and <= '\u9fff';
}
