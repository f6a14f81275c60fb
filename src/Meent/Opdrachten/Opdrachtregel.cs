using System.CommandLine;
using Meent.Configuratie;
using Meent.Node;
using Meent.Standards.Problemen;

namespace Meent.Opdrachten;

/// <summary>The command line <c>meent</c>. Without a command it serves.</summary>
internal static class Opdrachtregel
{
    private static readonly Option<string?> Bestand = new("--config", "-c")
    {
        Description = "Configuratiebestand (JSON); zonder: meent.json in de huidige map, of het demolandschap.",
        Recursive = true,
        HelpName = "bestand",
    };

    private static readonly Option<string[]> Los = new("--set", "-s")
    {
        Description = "Losse instelling, zoals Meent:Basis=https://meent.example.",
        Recursive = true,
        HelpName = "sleutel=waarde",
        DefaultValueFactory = _ => [],
    };

    public static RootCommand Maak()
    {
        var wortel = new RootCommand("Meent: de Common Ground van een gemeente in één programma.") { Bestand, Los };
        wortel.SetAction((vraag, stop) => Netjes(vraag, Serve.Voer, stop));
        wortel.Add(Maak("serve", "Start de node (dit is ook wat meent zonder opdracht doet).", Serve.Voer));
        wortel.Add(Maak("migrate", "Maakt de databases aan of brengt ze naar het schema van deze uitgave.", Migrate.Voer, Taak.Organisaties));
        wortel.Add(Maak("organisations", "Toont de organisaties van deze node, hun adressen en diensten.", Organisations.Voer));
        wortel.Add(new Command("import", "Leest gegevens in.")
        {
            Maak("brp", "Leest een testset van RvIG (CSV) of een map daarmee in de personenregistratie.", (vraag, stop) => Taak.Voer(vraag, "import brp", stop, Taak.Bestand), Taak.Bestand, Taak.Organisaties),
            Maak("bag", "Leest het BAG-extract van het Kadaster (zip); gaat na een onderbreking verder.", (vraag, stop) => Taak.Voer(vraag, "import bag", stop, Taak.Bestand), Taak.Bestand, Taak.Organisaties),
            Maak("woz", "Leest WOZ-objecten: een per regel (JSON Lines).", (vraag, stop) => Taak.Voer(vraag, "import woz", stop, Taak.Bestand), Taak.Bestand, Taak.Organisaties),
            Maak("brk", "Leest registraties van het kadaster: een per regel (JSON Lines).", (vraag, stop) => Taak.Voer(vraag, "import brk", stop, Taak.Bestand), Taak.Bestand, Taak.Organisaties),
            Maak("kvk", "Leest inschrijvingen van het handelsregister: een per regel (JSON Lines).", (vraag, stop) => Taak.Voer(vraag, "import kvk", stop, Taak.Bestand), Taak.Bestand, Taak.Organisaties),
            Maak("zgw", "Leest zaken en wat daarbij hoort: een resource per regel (JSON Lines), zoals een ZGW-API die gaf.", (vraag, stop) => Taak.Voer(vraag, "import zgw", stop, Taak.Bestand), Taak.Bestand, Taak.Organisaties),
            Maak("catalogus", "Leest een catalogus (zip) die Meent of Open Zaak uitvoerde.", (vraag, stop) => Taak.Voer(vraag, "import catalogus", stop, Taak.Bestand), Taak.Bestand, Taak.Organisaties),
            Maak("verwerkingsregister", "Leest een register van verwerkingsactiviteiten (JSON of CSV): alles, of niets en wat er niet klopt.", (vraag, stop) => Taak.Voer(vraag, "import verwerkingsregister", stop, Taak.Bestand), Taak.Bestand, Taak.Organisaties),
            Maak("selectielijst", "Leest de selectielijst en andere referentielijsten (JSON), of een map daarmee.", (vraag, stop) => Taak.Voer(vraag, "import selectielijst", stop, Taak.Bestand), Taak.Bestand, Taak.Organisaties),
        });
        wortel.Add(Maak("certificates", "Toont de OIN-certificaten; vernieuwt die bijna verlopen.", (vraag, stop) => Taak.Voer(vraag, "certificates", stop), Taak.Organisaties));
        wortel.Add(FscOpdracht());
        wortel.Add(Maak("verify", "Controleert de zegels van het logboek.", (vraag, stop) => Taak.Voer(vraag, "verify", stop), Taak.Organisaties));
        wortel.Add(Maak("backup", "Maakt een reservekopie van organisaties; de node kan blijven draaien.", Backup.Maak, Backup.Map, Taak.Organisaties));
        wortel.Add(Maak("restore", "Zet een reservekopie terug in een organisatie zonder gegevens.", Backup.ZetTerug, Backup.Kopie, Taak.Organisaties));
        wortel.Add(Maak("move", "Verhuist organisaties naar een andere database, van welke soort ook; de node staat stil.", Move.Voer, Move.Naar, Taak.Organisaties));
        return wortel;
    }

    private static Command FscOpdracht()
    {
        return new Command("fsc", "Beheert de FSC-Manager van een organisatie.")
        {
            Lijst("announce", "Maakt de Manager bekend bij de Directory."),
            Lijst("peers", "Toont de deelnemers die de Directory kent."),
            Lijst("services", "Toont de diensten die in de Directory staan."),
            new Command("contracts", "Contracten met andere deelnemers.")
            {
                Lijst("list", "Toont de contracten en hun staat.", "contracts "),
                Een("show", "Toont één contract.", Taak.Hash),
                Een("propose", "Stelt een contract voor, tekent het en brengt het rond.", Taak.Bestand),
                Een("accept", "Aanvaardt een contract.", Taak.Hash),
                Een("reject", "Wijst een contract af.", Taak.Hash),
                Een("revoke", "Trekt een contract in.", Taak.Hash),
            },
            Lijst("deliveries", "Toont per deelnemer wat is bezorgd en wat nog niet."),
            Lijst("logs", "Toont het transactielog."),
            Lijst("decisions", "Toont wat het beleid besliste (Authorization Decision Log)."),
            new Command("afrekening", "Betalen naar gebruik, geteld uit het transactielog.")
            {
                Maak("show", "Toont een maand; telt een gesloten maand opnieuw en vergelijkt.", (vraag, stop) => Taak.Voer(vraag, "fsc afrekening show", stop, Taak.Maand), Taak.Maand, Taak.Organisaties),
                Maak("solutions", "Telt waarnaar oplossingen worden afgerekend die een organisatie als dienst afneemt, met hoe zij dat natelt.", (vraag, stop) => Taak.Voer(vraag, "fsc afrekening solutions", stop, Taak.Maand), Taak.Maand, Taak.Organisaties),
                Maak("close", "Sluit een maand, en de open maanden daarvoor.", (vraag, stop) => Taak.Voer(vraag, "fsc afrekening close", stop, Taak.Maand), Taak.Maand, Taak.Organisaties, Taak.Reden),
            },
            new Command("certificate", "Vraagt een OIN-certificaat aan en neemt het in gebruik; de sleutel blijft in de datamap.")
            {
                Maak("show", "Toont de aanvraag die openstaat.", (vraag, stop) => Taak.Voer(vraag, "fsc certificate show", stop, een: true), Taak.Organisaties),
                Maak("request", "Maakt een sleutel met een aanvraag (CSR) voor de uitgever.", (vraag, stop) => Taak.Voer(vraag, "fsc certificate request", stop, Taak.Sleutel, een: true), Taak.Sleutel, Taak.Organisaties, Taak.Reden),
                Maak("import", "Neemt in gebruik wat de uitgever gaf: het certificaat, en die tussen hem en het anker (PEM).", (vraag, stop) => Taak.Voer(vraag, "fsc certificate import", stop, Taak.Bestand, een: true), Taak.Bestand, Taak.Organisaties, Taak.Reden),
                Maak("withdraw", "Trekt de aanvraag in.", (vraag, stop) => Taak.Voer(vraag, "fsc certificate withdraw", stop, een: true), Taak.Organisaties, Taak.Reden),
            },
            Lijst("audit", "Toont wie wat deed met contracten en certificaten."),
        };

        static Command Lijst(string naam, string omschrijving, string onder = "") =>
            Maak(naam, omschrijving, (vraag, stop) => Taak.Voer(vraag, $"fsc {onder}{naam}", stop), Taak.Organisaties);

        static Command Een(string naam, string omschrijving, Argument<string> wat) =>
            Maak(naam, omschrijving, (vraag, stop) => Taak.Voer(vraag, $"fsc contracts {naam}", stop, wat, een: true), wat, Taak.Organisaties, Taak.Reden);
    }

    public static Instellingen Instellingen(this ParseResult vraag) => new(vraag.GetValue(Bestand), vraag.GetValue(Los) ?? []);

    private static Command Maak(string naam, string omschrijving, Func<ParseResult, CancellationToken, Task<int>> actie, params Symbol[] delen)
    {
        var opdracht = new Command(naam, omschrijving);
        foreach (var deel in delen)
        {
            if (deel is Argument argument) opdracht.Add(argument);
            else opdracht.Add((Option)deel);
        }

        opdracht.SetAction((vraag, stop) => Netjes(vraag, actie, stop));
        return opdracht;
    }

    /// <summary>What an administrator can act on is a message and an exit code, not a stack trace.</summary>
    private static async Task<int> Netjes(ParseResult vraag, Func<ParseResult, CancellationToken, Task<int>> actie, CancellationToken stop)
    {
        var fout = vraag.InvocationConfiguration.Error;
        try
        {
            return await actie(vraag, stop);
        }
        catch (ConfiguratieException e)
        {
            await fout.WriteLineAsync(e.Fouten.Count == 1 ? "De configuratie klopt niet:" : $"De configuratie klopt op {e.Fouten.Count} plaatsen niet:");
            foreach (var regel in e.Fouten) await fout.WriteLineAsync($"  {regel}");
            return 2;
        }
        catch (ProbleemException e)
        {
            await fout.WriteLineAsync($"{e.Probleem.Title} {e.Probleem.Detail}".TrimEnd());
            foreach (var veld in e.Probleem.InvalidParams) await fout.WriteLineAsync($"  {veld.Name}: {veld.Reason}");
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await fout.WriteLineAsync("Afgebroken.");
            return 130;
        }
    }
}
