using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Members;

/// <summary>The page on which a programme admin adds an organisation.</summary>
public sealed class AddPartnerPage : WebPage
{
    public static Task<AddPartnerPage> OpenAsync(Browser browser) => browser.OpenAsync<AddPartnerPage>(new Uri(Browser.Home, "/program/partners/add"));

    public Task<PeoplePage> AddAsync(string name, string number, string country, string anniversary, string admin, string email, string culture = "en") =>
        AddAsync<PeoplePage>(name, number, country, anniversary, admin, email, culture);

    /// <summary>Adds what is refused: the page comes again.</summary>
    public Task<AddPartnerPage> TryAsync(string name, string number, string country, string anniversary, string admin, string email) =>
        AddAsync<AddPartnerPage>(name, number, country, anniversary, admin, email, "en");

    private Task<TPage> AddAsync<TPage>(string name, string number, string country, string anniversary, string admin, string email, string culture)
        where TPage : WebPage, new()
    {
        var form = Form();
        form["Input.Name"] = name;
        form["Input.Number"] = number;
        form["Input.Country"] = country;
        form["Input.MembershipAnniversary"] = anniversary;
        form["Admin.Name"] = admin;
        form["Admin.Email"] = email;
        form["Admin.Culture"] = culture;
        return form.SubmitAsync<TPage>();
    }
}
