namespace CompetencyPortal.Data.Demo;

/// <summary>What an organisation of the demo has to tell.</summary>
public enum DemoStory
{
    AboutToLoseGold,
    NearlySilver,
    DevelopingMarket,
    LargePartner,
}
