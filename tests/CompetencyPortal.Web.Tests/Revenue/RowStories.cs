using System.Net;

using AngleSharp;
using AngleSharp.Html.Dom;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Facts;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Revenue;

/// <summary>A line is corrected where it stands in the list: its row gives way to a form, and the form to the row.</summary>
public sealed class RowStories(PostgreSqlFixture server) : PortalTest(server)
{
    private Organisation _organisation = null!;
    private RevenueLine _line = null!;
    private Browser _admin = null!;

    [Fact]
    public async Task TheRowGivesWayToAForm_AndComesBackSaved()
    {
        await StoreAsync();
        var list = await _admin.OpenAsync<RevenuePage>("?sort=amount");
        var form = await PartAsync(list.Find("main tbody .row-actions a")!.GetAttribute("hx-get")!);
        Assert.Null(form.Find("header"));
        Assert.NotNull(form.Find("select[autofocus]"));

        var row = await PostAsync(form, ("Input.Amount", "7"));

        Assert.Equal("lines-changed", row.Response.Headers.GetValues("HX-Trigger-After-Settle").Single());
        Assert.Contains("7.00", row.Text("td.amount"), StringComparison.Ordinal);
        Assert.NotNull(row.Find(".row-actions a[autofocus]"));
        Assert.Contains("Saved: Northwind, 1 Nov 2026, US$7.", row.Document.Source.Text, StringComparison.Ordinal);
        Assert.Null((await _admin.OpenAsync<RevenuePage>()).Message);
    }

    [Fact]
    public async Task WhatIsWrong_IsSaidInTheRow()
    {
        await StoreAsync();
        var form = await PartAsync($"/revenue/{_line.Id}?back=%2Frevenue");

        var refused = await PostAsync(form, ("Input.Amount", "1.234"));

        Assert.Equal("Use at most two decimals: an amount has no parts of a cent.", Assert.Single(refused.Errors));
        Assert.NotNull(refused.Find("tr.row-form .error-summary[autofocus]"));
        Assert.Null(refused.Find("select[autofocus]"));
    }

    [Fact]
    public async Task WhatSomebodyElseSavedMeanwhile_IsShownInTheRow()
    {
        await StoreAsync();
        var form = await PartAsync($"/revenue/{_line.Id}?back=%2Frevenue");
        await (await _admin.OpenAsync<FactPage>(new Uri(Browser.Home, $"/revenue/{_line.Id}"))).SaveAsync<WebPage>(("Amount", "8"));

        var conflict = await PostAsync(form, ("Input.Amount", "9"));

        Assert.NotNull(conflict.Find("tr.row-form .conflict"));
        Assert.Contains("9.00", (await PostAsync(conflict)).Text("td.amount"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenUp_TheRowIsAsItWas_WithItsAnswer()
    {
        await StoreAsync();
        var list = await _admin.OpenAsync<RevenuePage>();
        var threshold = list.Document.QuerySelectorAll("#threshold option")[1].GetAttribute("value")!;
        var back = Uri.EscapeDataString($"/revenue?threshold={threshold}");
        var form = await PartAsync($"/revenue/{_line.Id}?back={back}");

        var row = await PartAsync(form.Find("[data-cancel]")!.GetAttribute("hx-get")!);

        Assert.Equal("Northwind", row.Text("th"));
        Assert.NotEqual("", row.Text("td.reason"));
    }

    [Fact]
    public async Task ARowThatIsGone_IsSaidToBeSo()
    {
        await StoreAsync();
        await (await _admin.OpenAsync<FactPage>(new Uri(Browser.Home, $"/revenue/{_line.Id}/delete"))).SaveAsync<WebPage>();

        var gone = await PartAsync($"/revenue/{_line.Id}?back=%2Frevenue");

        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
        Assert.Contains("This line is no longer there", gone.Document.Source.Text, StringComparison.Ordinal);
    }

    private async Task StoreAsync()
    {
        _organisation = await Portal.AddOrganisationAsync();
        var customer = Rows.Customer(_organisation.Partner);
        _line = Rows.Line(customer);
        await Portal.SaveAsync(_organisation.Id, customer, _line);
        _admin = await Portal.SignInAsync(_organisation.Admin);
    }

    private Task<WebPage> PartAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Browser.Home, address)));

    private async Task<WebPage> PostAsync(WebPage form, params (string Field, string Value)[] values)
    {
        var fields = form.Document.QuerySelectorAll("form input[name], form select[name]")
            .Where(control => control.GetAttribute("type") is not "checkbox" || control.HasAttribute("checked"))
            .Select(control => KeyValuePair.Create(control.GetAttribute("name")!, control is IHtmlSelectElement select ? select.Value! : control.GetAttribute("value") ?? ""))
            .Where(field => !values.Any(value => value.Field == field.Key))
            .Concat(values.Select(value => KeyValuePair.Create(value.Field, value.Value)));
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Browser.Home, form.Find("form")!.GetAttribute("hx-post")!)) { Content = new FormUrlEncodedContent(fields) });
    }

    /// <summary>As htmx asks for a part of a page; what comes is a row, which parses only within a table.</summary>
    private async Task<WebPage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Add("HX-Request", "true");
        var response = await _admin.SendAsync(request);
        var html = await response.Content.ReadAsStringAsync(Cancellation);
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(answer => answer.Content($"<table><tbody>{html}</tbody></table>"), Cancellation);
        return new WebPage { Browser = _admin, Response = response, Document = document };
    }
}
