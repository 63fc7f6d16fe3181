using System.Collections;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Data.Sessions;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Pages.Options;
using CompetencyPortal.Web.Pages.Overview;

namespace CompetencyPortal.Web.Tests.Options;

/// <summary>What a page is given to show holds no amount, wherever one looks in it, for a reader without leave: a page cannot show what it does not have.</summary>
public sealed class AmountLeaveTests
{
    private static readonly DateOnly AsOf = new(2017, 12, 1);

    [Fact]
    public void NoViewHoldsAnAmount_ForAReaderWithoutLeave()
    {
        Assert.NotEmpty(AmountsIn(Views(Reader(maySeeAmounts: true))));
        Nothing.IsWrong(AmountsIn(Views(Reader(maySeeAmounts: false))));
    }

    private static CurrentUser Reader(bool maySeeAmounts)
    {
        var reader = new CurrentUser();
        reader.Become(new SessionInfo(
            Guid.CreateVersion7(), SessionStage.Complete, DateTimeOffset.UnixEpoch, Guid.CreateVersion7(), "Ben", PortalRole.PartnerMember, Guid.CreateVersion7(), "Fabrikam", maySeeAmounts, RulebookVersion: 1, FactsVersion: 1, PreviousVisitAt: null));
        return reader;
    }

    private static object[] Views(CurrentUser reader)
    {
        var rulebook = BuiltInRulebook.Rulebook;
        var customer = new Domain.Evidence.Customer("c", "Northwind", []);
        var line = new Domain.Evidence.RevenueLine(customer, rulebook.Products.All[0].Code, AsOf, 12_345.67m, NetNew: true);
        var evidence = new PartnerEvidence("Fabrikam", Market.Developed, [line], []);
        var standings = Assessor.Assess(evidence, rulebook, AsOf);
        var market = new PartnerMarket(Market.Developed, default, IsOverride: true, null);
        var facts = new LoadedEvidence(evidence, [Guid.CreateVersion7()], market, FactsVersion: 1, RulebookVersion: 1, Customers: [], LastChange: null);
        using var words = new Words("en");
        return
        [
            OverviewView.Of(facts, standings, AsOf, reader),
            .. standings.SelectMany(standing => standing.Options).Select(option => new OptionView(
                "", "", [], RevisionView.Of(rulebook.Competencies[0].History, "", AsOf),
                new OptionView.Answer(
                    AsOf, null, market, DataStamp.Of(facts, standings), UndeterminedView.Of(market, [(standings[0], option)], AsOf),
                    TierView.Of(option, reader), ThresholdView.Of(option, facts, AsOf, rulebook.Products, words.Lines, reader), []))),
        ];
    }

    /// <summary>The amounts that a page could reach by the properties of what it is given, and the domain's own objects that lead to some.</summary>
    private static List<string> AmountsIn(object[] views)
    {
        var found = new List<string>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var view in views)
        {
            Search(view, view.GetType().Name, found, seen);
        }

        return found;
    }

    private static void Search(object? value, string path, List<string> found, HashSet<object> seen)
    {
        if (value is decimal or Domain.Evidence.RevenueLine or RevenueFinding or RevenueThreshold or PartnerEvidence or CompetencyOption or Revision)
        {
            found.Add(path);
        }
        else if (value is IEnumerable members and not string)
        {
            foreach (var member in members)
            {
                Search(member, path, found, seen);
            }
        }
        else if (value is not null && value.GetType().FullName!.Contains(nameof(CompetencyPortal), StringComparison.Ordinal) && !value.GetType().IsEnum && seen.Add(value))
        {
            foreach (var property in value.GetType().GetProperties().Where(property => property.GetMethod!.IsStatic is false && property.GetIndexParameters() is []))
            {
                Search(property.GetValue(value), $"{path}.{property.Name}", found, seen);
            }

            foreach (var field in value.GetType().GetFields().Where(field => !field.IsStatic))
            {
                Search(field.GetValue(value), $"{path}.{field.Name}", found, seen);
            }
        }
    }
}
