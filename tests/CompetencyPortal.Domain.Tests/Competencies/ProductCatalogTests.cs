using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Domain.Tests.Competencies;

public sealed class ProductCatalogTests
{
    private static readonly Product Engagement =
        new(new("dynamics-365-customer-engagement"), "Dynamics 365 Customer Engagement Plan", ["Dynamics 365 Plan 1", "Dynamics 365 Enterprise Plan 1"]);

    private static readonly Product Crm = new(Given.Crm, "CRM Online", []);

    [Theory]
    [InlineData("dynamics-365-customer-engagement")]
    [InlineData("Dynamics 365 Customer Engagement Plan")]
    [InlineData("dynamics 365 plan 1")]
    [InlineData("Dynamics 365 (Plan 1)")]
    [InlineData("DYNAMICS\u00A0365 ENTERPRISE PLAN 1")]
    public void Find_ByCodeNameOrFormerName_WhateverCaseAndSpacing_FindsTheProduct(string spelling) =>
        Assert.Same(Engagement, new ProductCatalog([Crm, Engagement]).Find(spelling));

    [Theory]
    [InlineData("")]
    [InlineData("Dynamics 365")]
    [InlineData("Dynamics 365 Plan 2")]
    public void Find_WhenNoProductIsCalledSo_IsNull(string spelling) =>
        Assert.Null(new ProductCatalog([Crm, Engagement]).Find(spelling));

    [Fact]
    public void TwoProductsOfOneSpelling_AreRefused() =>
        Assert.Contains("crm-online", Assert.Throws<ArgumentException>(() => new ProductCatalog([Crm, new Product(new("crm"), "CRM", ["CRM online"])])).Message, StringComparison.Ordinal);
}
