using CompetencyPortal.Load;

switch (args)
{
    case ["overview"]:
        await OverviewLoad.RunAsync();
        return 0;
    case [BarePage.Verb, var address]:
        await BarePage.ServeAsync(address);
        return 0;
    default:
        await Console.Error.WriteLineAsync("overview   requests per second of the overview beside a bare Razor page that reads 12 rows, in turns");
        return 2;
}
