using CompetencyPortal.Browser.Tests.Hosting;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
