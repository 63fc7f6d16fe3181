namespace CompetencyPortal.Data.Demo;

/// <summary>The products that the demo's organisations sell.</summary>
internal static class DemoProducts
{
    public const string CrmOnline = "crm-online";
    public const string CustomerEngagement = "dynamics-365-customer-engagement";
    public const string Plan2 = "dynamics-365-enterprise-plan-2";
    public const string Operations = "dynamics-365-operations";
    public const string Ax2012 = "ax-2012-on-premises";
}
