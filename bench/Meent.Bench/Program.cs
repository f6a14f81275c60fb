using System.Globalization;
using Meent.Bench;
using Meent.Bench.Basisregistraties;
using Meent.Bench.Documenten;
using Meent.Bench.Fsc;
using Meent.Bench.Huishoudboekje;
using Meent.Bench.Logboek;
using Meent.Bench.Organisaties;
using Meent.Bench.Zaken;

// dotnet run -c Release --project bench/Meent.Bench -- COMMAND [name=value ...]; docs/performance.md has the commands and what they gave.
var opties = args.Select(a => a.Split('=', 2)).Where(a => a.Length == 2).ToDictionary(a => a[0], a => a[1], StringComparer.Ordinal);
string Tekst(string naam, string standaard) => opties.GetValueOrDefault(naam, standaard);
int Getal(string naam, int standaard) => opties.TryGetValue(naam, out var tekst) ? int.Parse(tekst, CultureInfo.InvariantCulture) : standaard;
int[] Getallen(string naam, string standaard) => [.. Tekst(naam, standaard).Split(',').Select(deel => int.Parse(deel, CultureInfo.InvariantCulture))];
var database = Tekst("database", "sqlite");
var duur = TimeSpan.FromSeconds(double.Parse(Tekst("seconden", "3"), CultureInfo.InvariantCulture));

switch (args.FirstOrDefault(a => !a.Contains('=', StringComparison.Ordinal)))
{
    case "kaal":
        if (database == "map") await Kaalbestand.Serveer(opties["bestand"], opties["poort"]);
        else await Kaal.Serveer(opties["bestand"], opties["poort"], database == "postgres");
        break;
    case "fsc":
        // deel=keten, contracten or log: only that; database= is for the log, both when it is not given.
        var deel = Tekst("deel", "");
        if (deel is "" or "keten") await Fscmeting.Voer(Getallen("verbindingen", "1,16,64"), Getallen("lichaam", "200,100000"), duur);
        if (deel is "" or "contracten") await Schaalmeting.Voer(Getal("contracten", 10_000), Getal("diensten", 1_000), Getallen("verbindingen", "1,16"), duur);
        foreach (var soort in deel is "" or "log" ? Tekst("database", "sqlite,postgres").Split(',') : []) await Logmeting.Voer(duur, soort);
        break;
    case "organisaties":
        await Organisatiemeting.Voer(Getal("aantal", 342), database);
        break;
    case "lijsten":
        await Lijstmeting.Voer(Getal("zaken", 1_000_000), database, opties.GetValueOrDefault("map"));
        break;
    case "koppelingen":
        await Koppelingmeting.Voer(duur, database);
        break;
    case "logboek":
        await Logboekmeting.Voer(Getal("regels", 1_000_000), duur, database);
        break;
    case "vastleggen":
        await Vastlegmeting.Voer(duur, database, Getallen("verbindingen", "1,16"), Getallen("personen", "1,100"));
        break;
    case "personen":
        await Personenmeting.Voer(Getal("personen", 1_000_000), duur, database, Getallen("verbindingen", "1,16"));
        break;
    case "huishoudboekje":
        await Budgetmeting.Voer(Getal("deelnemers", 2_000), database);
        break;
    case "start":
        await Startmeting.Voer(Path.GetFullPath(Tekst("programma", Path.Combine(AppContext.BaseDirectory, "meent"))));
        break;
    case "documenten":
        await Documentmeting.Voer(database);
        break;
    case "zgw":
        await Zakenmeting.Voer(Getal("zaken", 100_000), duur, database, opties.GetValueOrDefault("map"), Zaakvragen.Alle, Keuze());
        break;
    default:
        await Zakenmeting.Voer(Getal("zaken", 100_000), duur, database, opties.GetValueOrDefault("map"), Zaakvragen.Basis, Keuze());
        break;
}

// alleen=POST: only what begins with that; verbindingen=16,64: only these.
Meetkeuze Keuze() => new(Tekst("alleen", ""), Getallen("verbindingen", "1,16,64"));
