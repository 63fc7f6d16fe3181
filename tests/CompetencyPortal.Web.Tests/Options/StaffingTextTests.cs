using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Web.Pages.Options;

namespace CompetencyPortal.Web.Tests.Options;

public sealed class StaffingTextTests
{
    private static readonly Team OneSlot = Require.Team((5, Require.All(Require.Holds("MB2-701"), Require.Holds("MB2-702"))));
    private static readonly Team TwoSlots = Require.Team((1, Require.Holds("MB2-701")), (2, Require.Holds("MB2-702")));

    [Theory]
    [InlineData("en", "Silver asks for 5 people, each holding MB2-701 and MB2-702.")]
    [InlineData("fr", "Le niveau Argent exige 5 personnes ayant chacune obtenu MB2-701 et MB2-702.")]
    [InlineData("es", "El nivel Plata exige 5 personas, cada una con MB2-701 y MB2-702.")]
    [InlineData("ru", "Для уровня «Серебряный» требуется: 5 сотрудников, у каждого из которых есть MB2-701 и MB2-702.")]
    [InlineData("zh-Hant", "銀級要求 5 名人員，每人持有 MB2-701 以及 MB2-702。")]
    public void OneSlot_IsOneSentence(string language, string sentence) => Says([sentence], Require.Staffing(Require.Path(OneSlot)), language);

    [Theory]
    [InlineData("en", "Silver asks for 3 different people, nobody counted twice:", "1 person holding MB2-701", "2 people, each holding MB2-702")]
    [InlineData("fr", "Le niveau Argent exige 3 personnes différentes, aucune comptée deux fois :", "1 personne ayant obtenu MB2-701", "2 personnes ayant chacune obtenu MB2-702")]
    [InlineData("es", "El nivel Plata exige 3 personas distintas, ninguna contada dos veces:", "1 persona con MB2-701", "2 personas, cada una con MB2-702")]
    [InlineData("ru", "Для уровня «Серебряный» требуется: 3 разных сотрудника, никто не учитывается дважды:", "1 сотрудник, у которого есть MB2-701", "2 сотрудника, у каждого из которых есть MB2-702")]
    [InlineData("zh-Hant", "銀級的要求：3 名不同的人員，任何人不得重複計算：", "1 名人員，每人持有 MB2-701", "2 名人員，每人持有 MB2-702")]
    public void SeveralSlots_AreAListOfDifferentPeople(string language, string lead, string first, string second) =>
        Says([lead, $"- {first}", $"- {second}"], Require.Staffing(Require.Path(TwoSlots)), language);

    [Theory]
    [InlineData("en", "Silver asks for any one of these 2 ways:", "2 teams, all of them needed; one person may serve in several:")]
    [InlineData("fr", "Le niveau Argent exige l’une de ces 2 voies, au choix :", "2 équipes, toutes nécessaires ; une même personne peut servir dans plusieurs :")]
    [InlineData("es", "El nivel Plata exige una cualquiera de estas 2 vías:", "2 equipos, todos necesarios; una misma persona puede estar en varios:")]
    [InlineData("ru", "Для уровня «Серебряный» требуется: любой из этих 2 способов:", "2 команды, нужны все; один сотрудник может входить в несколько:")]
    [InlineData("zh-Hant", "銀級的要求：下列 2 種途徑中的任一種：", "2 個團隊，缺一不可；同一人可加入多個團隊：")]
    public void SeveralPathsOfSeveralTeams_AreListsWithinLists(string language, string lead, string teams)
    {
        var lines = Lines(Require.Staffing(Require.Path(TwoSlots, OneSlot), Require.Path(OneSlot)), language);
        Assert.Equal([lead, $"- {teams}"], lines[..2]);
        Assert.Equal([0, 1, 2, 3, 3, 2, 1], lines.Select(line => line.TakeWhile(character => character is '-').Count()));
    }

    [Fact]
    public void Blocking_NamesWhoThereIs_ForHowManyPlaces()
    {
        var requirement = Require.Staffing(Require.Path(Require.Team((4, Require.Holds("MB2-701")))));
        Assert.Equal("3 people for 4 places: Ana, Bo, Cy. Nobody else fits.", Blocking(requirement, Person("Bo", "MB2-701"), Person("Ana", "MB2-701"), Person("Cy", "MB2-701")));
        Assert.Equal("Nobody fits these 4 places.", Blocking(requirement, Person("Ana", "MB2-702")));
    }

    [Fact]
    public void Blocking_NamesTheGroupsAndTheTeam_WhereThereAreSeveral()
    {
        var a = Require.Holds("MB2-701");
        var requirement = Require.Staffing(Require.Path(Require.Team((1, Require.Holds("MB2-703"))), Require.Team((1, a), (1, Require.Holds("MB2-702")), (1, a))));
        var everyone = new[] { Person("Ana", "MB2-701"), Person("Bo", "MB2-702"), Person("Cy", "MB2-703") };
        Assert.Equal("Team 2. Groups 1, 3 together: 1 person for 2 places: Ana. Nobody else fits.", Blocking(requirement, everyone));
    }

    private static void Says(string[] expected, StaffingRequirement requirement, string language) => Assert.Equal(expected, Lines(requirement, language));

    private static List<string> Lines(StaffingRequirement requirement, string language)
    {
        using var words = new Words(language);
        return [.. Lines(words.Staffing.Asks(Tier.Silver, requirement), "")];
    }

    private static IEnumerable<string> Lines(RulePart rule, string depth) =>
        rule.Parts.SelectMany(part => Lines(part, depth + "-")).Prepend(depth is "" ? rule.Text : $"{depth} {rule.Text}");

    private static string Blocking(StaffingRequirement requirement, params Person[] people)
    {
        using var words = new Words("en");
        var finding = StaffingSolver.Solve(requirement, new PartnerEvidence("Fabrikam", null, [], people), new DateOnly(2017, 12, 1));
        return words.Staffing.Blocking(finding, finding.Blocking.Single());
    }

    private static Person Person(string name, string code) =>
        new(name, name, default, [new(new(Domain.Credentials.CredentialCode.Parse(code), code), new DateOnly(2017, 1, 1))]);
}
