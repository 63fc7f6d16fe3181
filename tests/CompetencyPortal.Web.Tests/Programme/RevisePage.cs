using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Programme;

/// <summary>The form that revises the thresholds of Cloud CRM in a draft.</summary>
public sealed class RevisePage : WebPage, IHasAddress
{
    public static string Address => "/program/rulebook/cloud-customer-relationship-management/revise";

    /// <summary>What stands in the field of an amount of Cloud CRM Reseller.</summary>
    public string? Amount(Tier tier, Market market) => Form()[Field(tier, market)];

    /// <summary>Fills the form in and saves the draft; what is not given stays.</summary>
    public async Task<TPage> SaveAsync<TPage>(
        string? from = null, string? reason = "The programme year asks for more", string? source = "Partner guide", params (Tier Tier, Market Market, string Amount)[] amounts)
        where TPage : WebPage, new()
    {
        var form = Form();
        foreach (var (tier, market, amount) in amounts)
        {
            form[Field(tier, market)] = amount;
        }

        form["Input.EffectiveFrom"] = from ?? form["Input.EffectiveFrom"];
        form["Input.Reason"] = reason;
        form["Input.Source"] = source;
        return await form.SubmitAsync<TPage>();
    }

    public static string Field(Tier tier, Market market) => $"Input.Amounts[{2 * (int)tier + (int)market}].Amount";
}
