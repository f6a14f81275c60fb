using Meent.Bench;
using Meent.Bench.Fsc;

// dotnet run -c Release --project bench/Meent.Bench [zaken=100000] [seconden=5] [database=sqlite|postgres] [verbinding=...]
var opties = args.Select(a => a.Split('=', 2)).Where(a => a.Length == 2).ToDictionary(a => a[0], a => a[1], StringComparer.Ordinal);
if (args is ["kaal", ..])
{
    await Kaal.Serveer(opties);
    return;
}

// dotnet run -c Release --project bench/Meent.Bench fsc
if (args is ["fsc", ..])
{
    await Fscmeting.Voer();
    return;
}

await Meting.Voer(
    int.Parse(opties.GetValueOrDefault("zaken", "100000"), null),
    TimeSpan.FromSeconds(double.Parse(opties.GetValueOrDefault("seconden", "5"), System.Globalization.CultureInfo.InvariantCulture)));
