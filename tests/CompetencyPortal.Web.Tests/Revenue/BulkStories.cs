using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Revenue;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Facts;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Revenue;

public sealed class BulkStories(PostgreSqlFixture server) : PortalTest(server)
{
    private Organisation _organisation = null!;
    private Customer _north = null!;
    private Customer _south = null!;
    private Browser _admin = null!;

    [Fact]
    public async Task CanDeleteTheMarkedLines_AfterBeingToldHowManyAndHowMuch_AndUndoIt()
    {
        await StoreAsync(10, 20, 40);

        var confirmation = await MarkAsync("Delete the marked lines", 10, 40);
        Assert.StartsWith("2 lines US$50 in total", confirmation.Text("#chosen"), StringComparison.Ordinal);
        Assert.Equal(3, await CountAsync());
        var list = await confirmation.Form().SubmitAsync<RevenuePage>("Delete 2 lines");

        Assert.Equal("2 lines deleted.", list.Message);
        Assert.StartsWith("1 line ", list.Sums, StringComparison.Ordinal);
        var undone = await list.Form(".undo").SubmitAsync<RevenuePage>();
        Assert.Equal("Undone: 2 lines are again as they were.", undone.Message);
        Assert.StartsWith("3 lines US$70", undone.Sums, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CanEditAllThatMatch_AndTheFilterStays()
    {
        await StoreAsync(10, 20, 40);
        var list = await _admin.OpenAsync<RevenuePage>("?customer=" + _north.Id + "&sort=amount");

        var edit = await list.FollowAsync<WebPage>(".bulk a[href*='/edit']");
        Assert.StartsWith("3 lines US$70", edit.Text("#chosen"), StringComparison.Ordinal);
        var form = edit.Form();
        form["Input.Customer"] = $"{_south.Id}";
        form["Input.NetNew"] = "false";
        var after = await form.SubmitAsync<RevenuePage>();

        Assert.Equal("3 lines changed.", after.Message);
        Assert.Equal($"/revenue?customer={_north.Id}&sort=amount", after.Location);
        Assert.All((await _admin.OpenAsync<RevenuePage>()).Lines, line => Assert.Equal(["Southridge", "Existing business"], [line[0], line[3]]));
    }

    [Fact]
    public async Task AnEditOfNothing_IsRefused()
    {
        await StoreAsync(10);

        var refused = await (await MarkAsync("Edit the marked lines", 10)).Form().SubmitAsync<WebPage>();

        Assert.Equal("Choose at least one value that the lines are to get.", Assert.Single(refused.Errors));
    }

    [Fact]
    public async Task WithoutAMark_NothingIsDone()
    {
        await StoreAsync(10);

        var list = await MarkAsync("Delete the marked lines");

        Assert.Equal("Nothing was done: mark the lines in the list first.", list.Message);
        Assert.Equal("/revenue", list.Location);
    }

    [Theory]
    [InlineData("Skip the changed ones and delete 1 line", 1)]
    [InlineData("Delete 2 lines", 0)]
    public async Task MarkedLinesThatSomebodyChangedMeanwhile_AreShownFieldByField_AndTheReaderChooses(string button, int left)
    {
        await StoreAsync(10, 20);
        var confirmation = await MarkAsync("Delete the marked lines", 10, 20);
        Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await EditAsync(10, ("Amount", "11"));

        var asked = await confirmation.Form().SubmitAsync<FactPage>();

        Assert.Equal(2, await CountAsync());
        Assert.Equal([("Amount", "US$10", "US$11")], asked.Conflict);
        Assert.StartsWith("Changed by Ana of Fabrikam on ", asked.Text(".conflict p"), StringComparison.Ordinal);
        await asked.Form().SubmitAsync<RevenuePage>(button);
        Assert.Equal(left, await CountAsync());
    }

    [Theory]
    [InlineData("Skip the changed ones and delete 1 line", 1)]
    [InlineData("Delete 2 lines", 0)]
    public async Task OfAllThatMatch_ThoseThatSomebodyChangedMeanwhile_AreShownToo(string button, int left)
    {
        await StoreAsync(10, 20);
        var confirmation = await (await _admin.OpenAsync<RevenuePage>()).FollowAsync<WebPage>(".bulk a[href*='/delete']");
        Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await EditAsync(10, ("Amount", "11"));

        var asked = await confirmation.Form().SubmitAsync<FactPage>();

        Assert.Equal(2, await CountAsync());
        Assert.Equal([("Amount", "US$10", "US$11")], asked.Conflict);
        await asked.Form().SubmitAsync<RevenuePage>(button);
        Assert.Equal(left, await CountAsync());
    }

    [Fact]
    public async Task AChangeElsewhere_DoesNotDisturb()
    {
        await StoreAsync(10, 20);
        var confirmation = await MarkAsync("Delete the marked lines", 10);
        Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await EditAsync(20, ("Amount", "21"));

        Assert.Equal("1 line deleted.", (await confirmation.Form().SubmitAsync<RevenuePage>()).Message);
    }

    [Fact]
    public async Task AnUndo_SaysWhatItLeft_AndIsDoneOnce()
    {
        await StoreAsync(10, 20);
        var edit = await MarkAsync("Edit the marked lines", 10, 20);
        var form = edit.Form();
        form["Input.Date"] = "2026-05-05";
        var list = await form.SubmitAsync<RevenuePage>();
        await EditAsync(10, ("Date", "2026-06-06"));

        var told = await list.Form(".undo").SubmitAsync<WebPage>();

        Assert.Equal("Undone: 1 line is again as it was.", told.Text(".status-message"));
        Assert.Equal("Northwind, 1 Nov 2026, US$10: Date was changed since, and stays as it is.", told.Text("#left ~ ul li"));
        Assert.Null(told.Find("main form[method=post]"));
        var late = await list.Form(".undo").SubmitAsync<WebPage>();
        Assert.Contains("can no longer be undone", Assert.Single(late.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysWhichTierWouldBeLost()
    {
        await StoreAsync(10);

        var confirmation = await MarkAsync("Delete the marked lines", 10);

        Assert.Equal("No tier changes.", confirmation.Text("#effect ~ p"));
    }

    [Fact]
    public async Task AnotherOrganisationsLines_AreNotFound_WhetherMarkedOrConfirmed()
    {
        await StoreAsync(10);
        var other = await Portal.AddOrganisationAsync("Contoso");
        var theirs = Rows.Customer(other.Partner);
        var foreign = Rows.Line(theirs);
        await Portal.SaveAsync(other.Id, theirs, foreign);
        var confirmation = await MarkAsync("Delete the marked lines", 10);
        confirmation.Find("input[name=Lines]")!.SetAttribute("value", new ChosenLine(foreign.Id, 1).ToString());

        Assert.Equal(HttpStatusCode.NotFound, (await confirmation.Form().SubmitAsync<WebPage>()).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await confirmation.Form().SubmitAsync<WebPage>(to: "/revenue/bulk/edit")).Status);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task AMemberCanNeitherMarkNorActNorUndo()
    {
        await StoreAsync(10);
        var change = Rows.BulkChange(_organisation.Partner, _organisation.Admin, expiresAt: Portal.Clock.Now.AddDays(1));
        await Portal.SaveAsync(_organisation.Id, change);
        var member = await Portal.SignInAsync(_organisation.Member);

        Assert.Null((await member.OpenAsync<RevenuePage>()).Find("input[name=Lines], .bulk, .undo"));
        foreach (var address in new[] { "/revenue/bulk/edit", "/revenue/bulk/delete", $"/revenue/bulk/{change.Id}" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await member.OpenAsync(address)).Status);
        }
    }

    private async Task StoreAsync(params decimal[] amounts)
    {
        _organisation = await Portal.AddOrganisationAsync();
        _north = Rows.Customer(_organisation.Partner);
        _south = Rows.Customer(_organisation.Partner, "Southridge");
        await Portal.SaveAsync(_organisation.Id, [_north, _south, .. amounts.Select(amount => Rows.Line(_north, amount))]);
        _admin = await Portal.SignInAsync(_organisation.Admin);
    }

    /// <summary>Marks lines in the list by their amounts, and presses one of its buttons.</summary>
    private async Task<FactPage> MarkAsync(string button, params decimal[] amounts)
    {
        var list = await _admin.OpenAsync<RevenuePage>();
        foreach (var row in list.Document.QuerySelectorAll("main tbody tr").Where(row => amounts.Any(amount => row.TextContent.Contains($"{amount:0}.00", StringComparison.Ordinal))))
        {
            // A browser sends the boxes that name the form; the parser sends only what stands inside it.
            var box = row.QuerySelector("input[name=Lines][form=bulk]")!;
            var sent = list.Document.CreateElement("input");
            sent.SetAttribute("type", "hidden");
            sent.SetAttribute("name", "Lines");
            sent.SetAttribute("value", box.GetAttribute("value")!);
            list.Find("#bulk")!.AppendChild(sent);
        }

        return await list.Form("#bulk").SubmitAsync<FactPage>(button);
    }

    private async Task EditAsync(decimal amount, params (string Field, string? Value)[] values)
    {
        await using var db = await Portal.Database.OpenAsync(_organisation.Id);
        var id = await db.RevenueLines.Where(line => line.Amount == amount).Select(line => line.Id).SingleAsync(Cancellation);
        var form = await _admin.OpenAsync<FactPage>(new Uri(Browser.Home, $"/revenue/{id}"));
        Assert.StartsWith("Saved: ", (await form.SaveAsync<RevenuePage>(values)).Message, StringComparison.Ordinal);
    }

    private async Task<int> CountAsync()
    {
        await using var db = await Portal.Database.OpenAsync(_organisation.Id);
        return await db.RevenueLines.CountAsync(Cancellation);
    }
}
