using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Members;

/// <summary>Where the link of an invitation leads.</summary>
public sealed class AcceptPage : WebPage
{
    /// <summary>Whether an account can be made here.</summary>
    public bool IsOpen => Find("input[name='Input.Password']") is not null;

    public Task<TPage> AcceptAsync<TPage>(string password, string? name = null)
        where TPage : WebPage, new()
    {
        var form = Form();
        form["Input.Password"] = password;
        form["Input.Name"] = name ?? form["Input.Name"];
        return form.SubmitAsync<TPage>();
    }
}
