using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Facts;

/// <summary>What every kind of fact promises to those who enter it. One subclass for each kind.</summary>
public abstract class FactStories<TRow>(PostgreSqlFixture server) : PortalTest(server)
    where TRow : class, IPartnerFact, IVersioned
{
    /// <summary>Everything that the form asks for, as it would be typed.</summary>
    protected abstract (string Field, string? Value)[] Complete { get; }

    /// <summary>One field, and how two editors want it.</summary>
    protected abstract (string Field, string First, string Second) Dispute { get; }

    /// <summary>A field left so that its form is refused, with what is said about it.</summary>
    protected abstract (string Field, string? Value, string Error) Wrong { get; }

    /// <summary>Stores a fact of the organisation, with all that it belongs to.</summary>
    protected abstract Task<FactAddresses> StoreAsync(Organisation organisation);

    [Fact]
    public async Task AnAdminCanAddOne()
    {
        var (organisation, addresses) = await StoreAsync();
        var before = await FactsVersionAsync(organisation);
        var page = await OpenAsync(organisation.Admin, addresses.Add);

        var after = await page.SaveAsync<WebPage>(Complete);

        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.StartsWith("Added: ", after.Message, StringComparison.Ordinal);
        var added = Assert.Single(await RowsAsync(organisation), row => IdOf(row) != addresses.Id);
        Assert.Equal(1, added.Version);
        var told = Assert.Single(await TrailAsync(organisation, IdOf(added)));
        Assert.Equal(($"{typeof(TRow).Name}.Added", organisation.Admin.Id), (told.Action, told.ActorId));
        Assert.Equal(before + 1, await FactsVersionAsync(organisation));
    }

    [Fact]
    public async Task AnAdminCanEditOne_AndTheAsOfDateStays()
    {
        var (organisation, addresses) = await StoreAsync();
        var page = await OpenAsync(organisation.Admin, addresses.Edit + "?asOf=2026-06-30");

        var after = await page.SaveAsync<WebPage>((Dispute.Field, Dispute.First));

        Assert.StartsWith("Saved: ", after.Message, StringComparison.Ordinal);
        Assert.EndsWith("asOf=2026-06-30", after.Location, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(await RowsAsync(organisation)).Version);
        var told = Assert.Single(await TrailAsync(organisation, addresses.Id), one => one.Action == $"{typeof(TRow).Name}.Edited");
        Assert.NotNull(told.Details);
    }

    [Fact]
    public async Task SavingWithoutAChange_LeavesNoTrace()
    {
        var (organisation, addresses) = await StoreAsync();

        var after = await (await OpenAsync(organisation.Admin, addresses.Edit)).SaveAsync<WebPage>();

        Assert.StartsWith("Saved: ", after.Message, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(await RowsAsync(organisation)).Version);
        Assert.Empty(await TrailAsync(organisation, addresses.Id));
    }

    [Fact]
    public async Task AnAdminCanDeleteOne_OnceItIsConfirmed()
    {
        var (organisation, addresses) = await StoreAsync();
        var confirmation = await OpenAsync(organisation.Admin, addresses.Delete);
        Assert.Single(await RowsAsync(organisation));

        var after = await confirmation.SaveAsync<WebPage>();

        Assert.StartsWith("Deleted: ", after.Message, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync(organisation));
        Assert.Single(await TrailAsync(organisation, addresses.Id), one => one.Action == $"{typeof(TRow).Name}.Deleted");
    }

    [Fact]
    public async Task WhatIsWrongIsSaidTwice_AndTheInputIsKept()
    {
        var (organisation, addresses) = await StoreAsync();
        var page = await OpenAsync(organisation.Admin, addresses.Add);

        var refused = await page.TryAsync([.. Complete.Where(one => one.Field != Wrong.Field), (Wrong.Field, Wrong.Value)]);

        Assert.Equal(Wrong.Error, Assert.Single(refused.Errors));
        Assert.Equal(Wrong.Error, refused.ErrorOf($"Input.{Wrong.Field}"));
        Assert.NotNull(refused.Find($".error-summary a[href='#Input_{Wrong.Field}']"));
        Assert.NotNull(refused.Find($"#Input_{Wrong.Field}"));
        foreach (var (field, value) in Complete.Where(one => one.Field != Wrong.Field))
        {
            Assert.Equal(value, refused.Form()[$"Input.{field}"]);
        }

        Assert.Single(await RowsAsync(organisation));
    }

    [Fact]
    public async Task TheSecondEditorSeesTheFirstOnesChange_AndChooses()
    {
        var (organisation, addresses) = await StoreAsync();
        var second = await OpenAsync(organisation.Admin, addresses.Edit);
        await (await OpenAsync(organisation.Admin, addresses.Edit)).SaveAsync<WebPage>((Dispute.Field, Dispute.First));

        var conflict = await second.TryAsync((Dispute.Field, Dispute.Second));

        var step = Assert.Single(conflict.Steps);
        Assert.Equal($"{organisation.Admin.DisplayName} changed this on 20 Nov 2026, 12:00 UTC:", step.Said);
        Assert.Contains(" → ", Assert.Single(step.Changed), StringComparison.Ordinal);
        var dispute = Assert.Single(conflict.Conflict);
        Assert.NotEqual(dispute.Mine, dispute.Theirs);
        Assert.Equal(Dispute.Second, conflict.Form()[$"Input.{Dispute.Field}"]);
        Assert.Equal(2, Assert.Single(await RowsAsync(organisation)).Version);
        var theirs = await conflict.FollowAsync<FactPage>(".conflict a");
        Assert.Equal(Dispute.First, theirs.Form()[$"Input.{Dispute.Field}"]);
        Assert.StartsWith("Saved: ", (await conflict.SaveAsync<WebPage>()).Message, StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(await RowsAsync(organisation)).Version);
        Assert.Equal(Dispute.Second, (await OpenAsync(organisation.Admin, addresses.Edit)).Form()[$"Input.{Dispute.Field}"]);
    }

    [Fact]
    public async Task WhoEditsWhatIsDeletedMeanwhile_IsToldAndCanAddItAnew()
    {
        var (organisation, addresses) = await StoreAsync();
        var second = await OpenAsync(organisation.Admin, addresses.Edit);
        await (await OpenAsync(organisation.Admin, addresses.Delete)).SaveAsync<WebPage>();

        var told = await second.TryAsync((Dispute.Field, Dispute.Second));

        Assert.Contains("deleted", Assert.Single(told.Errors), StringComparison.Ordinal);
        Assert.Equal(Dispute.Second, told.Form()[$"Input.{Dispute.Field}"]);
        Assert.Empty(await RowsAsync(organisation));
        Assert.StartsWith("Added: ", (await told.SaveAsync<WebPage>()).Message, StringComparison.Ordinal);
        Assert.Single(await RowsAsync(organisation));
    }

    [Fact]
    public async Task WhoDeletesWhatIsChangedMeanwhile_IsAskedAgain()
    {
        var (organisation, addresses) = await StoreAsync();
        var second = await OpenAsync(organisation.Admin, addresses.Delete);
        await (await OpenAsync(organisation.Admin, addresses.Edit)).SaveAsync<WebPage>((Dispute.Field, Dispute.First));

        var asked = await second.TryAsync();
        Assert.StartsWith($"{organisation.Admin.DisplayName} changed this on", Assert.Single(asked.Steps).Said, StringComparison.Ordinal);

        Assert.Single(await RowsAsync(organisation));
        Assert.StartsWith("Deleted: ", (await asked.SaveAsync<WebPage>()).Message, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync(organisation));
    }

    [Fact]
    public async Task WhoDeletesWhatIsDeletedMeanwhile_IsToldSo()
    {
        var (organisation, addresses) = await StoreAsync();
        var second = await OpenAsync(organisation.Admin, addresses.Delete);
        await (await OpenAsync(organisation.Admin, addresses.Delete)).SaveAsync<WebPage>();

        var told = await second.SaveAsync<WebPage>();

        Assert.StartsWith($"{organisation.Admin.DisplayName} had already deleted it on", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherOrganisationsIsNowhereToBeFound_AndStaysAsItIs()
    {
        var (organisation, addresses) = await StoreAsync();
        var other = await Portal.AddOrganisationAsync("Contoso");
        var own = await StoreAsync(other);
        var browser = await Portal.SignInAsync(other.Admin);
        var edit = await browser.OpenAsync<FactPage>(new Uri(Browser.Home, own.Edit));
        var delete = await browser.OpenAsync<FactPage>(new Uri(Browser.Home, own.Delete));

        WebPage[] answers =
        [
            await browser.OpenAsync(addresses.Edit),
            await browser.OpenAsync(addresses.Delete),
            await edit.Form().SubmitAsync<WebPage>(to: addresses.Edit),
            await delete.Form().SubmitAsync<WebPage>(to: addresses.Delete),
        ];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NotFound, answer.Status));
        Assert.Equal(1, Assert.Single(await RowsAsync(organisation)).Version);
        Assert.Empty(await TrailAsync(organisation, addresses.Id));
    }

    [Fact]
    public async Task AMemberSeesIt_ButCannotWrite()
    {
        var (organisation, addresses) = await StoreAsync();
        var browser = await Portal.SignInAsync(organisation.Member);
        string[] writing = [addresses.Add, addresses.Edit, addresses.Delete];
        var admin = await OpenAsync(organisation.Admin, addresses.Edit);

        var shown = await browser.OpenAsync(addresses.Shown);

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.All(writing, address => Assert.Null(shown.Find($"main a[href^='{address}'], main form[action^='{address}']")));
        foreach (var address in writing)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync(address)).Status);
            var stolen = new HttpRequestMessage(HttpMethod.Post, new Uri(Browser.Home, address)) { Content = new FormUrlEncodedContent([]) };
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.FollowAsync<WebPage>(stolen)).Status);
        }

        Assert.Equal(HttpStatusCode.OK, admin.Status);
        Assert.Equal(1, Assert.Single(await RowsAsync(organisation)).Version);
    }

    [Fact]
    public async Task WhatTheFormDoesNotAskFor_IsNotTaken()
    {
        var (organisation, addresses) = await StoreAsync();
        var other = await Portal.AddOrganisationAsync("Contoso");
        var browser = await Portal.SignInAsync(organisation.Admin);
        var form = (await browser.OpenAsync<FactPage>(new Uri(Browser.Home, addresses.Edit))).Form();
        var smuggled = $"?Id={other.Id}&PartnerId={other.Id}&Input.PartnerId={other.Id}&Input.Id={other.Id}&View.Id={other.Id}";

        await form.SubmitAsync<WebPage>(to: addresses.Edit + smuggled);

        var row = Assert.Single(await RowsAsync(organisation));
        Assert.Equal((addresses.Id, organisation.Id), (IdOf(row), row.PartnerId));
        Assert.Empty(await RowsAsync(other));
    }

    protected static Guid IdOf(TRow row) => (Guid)typeof(TRow).GetProperty("Id")!.GetValue(row)!;

    protected async Task<FactPage> OpenAsync(PortalUser user, string address, string language = "en")
    {
        var browser = await Portal.SignInAsync(user, language);
        var page = await browser.OpenAsync<FactPage>(new Uri(Browser.Home, address));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page;
    }

    protected async Task<List<TRow>> RowsAsync(Organisation organisation)
    {
        await using var db = await Portal.Database.OpenAsync(organisation.Id);
        return await db.Set<TRow>().AsNoTracking().ToListAsync(Cancellation);
    }

    protected async Task<(Organisation Organisation, FactAddresses Addresses)> StoreAsync()
    {
        var organisation = await Portal.AddOrganisationAsync();
        return (organisation, await StoreAsync(organisation));
    }

    private async Task<List<AuditEvent>> TrailAsync(Organisation organisation, Guid id)
    {
        await using var db = await Portal.Database.OpenAsync(organisation.Id);
        var key = id.ToString();
        return await db.AuditEvents.Where(one => one.EntityId == key).ToListAsync(Cancellation);
    }

    private async Task<long> FactsVersionAsync(Organisation organisation)
    {
        await using var db = await Portal.Database.OpenAsync(organisation.Id);
        return await db.Partners.Select(partner => partner.FactsVersion).SingleAsync(Cancellation);
    }
}
