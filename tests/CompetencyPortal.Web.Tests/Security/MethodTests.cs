using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Tests.Hosting;
using CompetencyPortal.Web.Tests.Isolation;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>A page answers the methods it has handlers for, and refuses every other one with a page, token or no token.</summary>
public sealed class MethodTests(PostgreSqlFixture server) : PortalTest(server)
{
    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PAGE")]
    public async Task Pages_ForAMethodTheyHaveNoHandlerFor_RefuseIt(string method)
    {
        var admin = await Portal.SignInAsync((await Portal.AddOrganisationAsync()).Admin);
        var staff = await Portal.SignInAsync(await Portal.AddStaffAsync(PortalRole.ProgrammeAdmin));
        var tried = 0;
        foreach (var route in (await PortalRoute.OfAsync(Portal)).Where(route => route.Page is { HandlerMethods: { Count: > 0 } handlers }
            && !handlers.Any(handler => string.Equals(handler.HttpMethod, method, StringComparison.OrdinalIgnoreCase))))
        {
            var browser = route.Policies.Any(policy => policy is Policies.Staff or Policies.ProgrammeAdmin) ? staff : admin;
            var token = (await browser.OpenAsync("/preferences")).Find("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            using var answer = await browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), route.AddressFor())
            {
                Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]),
            });
            tried++;

            // A page that is shut to this person, or stands aside while they are signed in, does not come to the question.
            Assert.True(
                answer.StatusCode is HttpStatusCode.MethodNotAllowed or HttpStatusCode.Forbidden or HttpStatusCode.Redirect,
                $"{method} {route} answered {(int)answer.StatusCode}.");
        }

        Assert.True(tried > 10, $"Only {tried} pages were tried.");
    }
}
