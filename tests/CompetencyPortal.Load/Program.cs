using CompetencyPortal.Load;

switch (args)
{
    case ["overview"]:
        await OverviewLoad.RunAsync();
        return 0;
    case ["import", var lines]:
        await ImportLoad.RunAsync(int.Parse(lines, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["lists"]:
        await ListLoad.RunAsync();
        return 0;
    case [BarePage.Verb, var address]:
        await BarePage.ServeAsync(address);
        return 0;
    default:
        await Console.Error.WriteLineAsync("overview   requests per second of the overview beside a bare Razor page that reads 12 rows, in turns");
        await Console.Error.WriteLineAsync("import N   how long N lines of revenue take from the file into the facts, and the most memory that takes");
        await Console.Error.WriteLineAsync("lists      time of the list of revenue with 200,000 lines: every order, every filter, every answer");
        return 2;
}
