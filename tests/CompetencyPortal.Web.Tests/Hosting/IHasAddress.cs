namespace CompetencyPortal.Web.Tests.Hosting;

/// <summary>A page that stands at one address.</summary>
public interface IHasAddress
{
    /// <summary>The path, with its leading slash.</summary>
    static abstract string Address { get; }
}
