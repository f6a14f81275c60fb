using System.Globalization;
using Meent.Data.Opslag;
using Meent.Services.Personen.Opslag;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Services.Personen.Invoer;

/// <summary><c>meent import landelijke-tabellen FOLDER</c>: the tables of RvIG that give codes their descriptions.</summary>
internal sealed class ImportTabellen(Stores stores, Tabelopslag tabellen) : IBeheertaak
{
    public string Naam => "import landelijke-tabellen";

    public bool Geschikt(Organisatie organisatie) => organisatie.Diensten.Contains(Diensten.Personen);

    public async Task Voer(Beheeropdracht opdracht, CancellationToken stop)
    {
        if (!Directory.Exists(opdracht.Bestand))
            throw new ProbleemException(new Probleem(400, "invalid", "Noem de map met de landelijke tabellen.", $"Er is geen map '{opdracht.Bestand}'."));
        var store = await stores.Get(opdracht.Organisatie);
        var totaal = 0L;
        foreach (var bestand in Directory.EnumerateFiles(opdracht.Bestand, "Tabel*.csv").Order(StringComparer.Ordinal))
        {
            if (TabelImport.Welke(bestand) is not { } tabel) continue;
            await using var csv = File.OpenRead(bestand);
            var rijen = await TabelImport.Lees(store, tabel, csv, stop);
            opdracht.Voortgang.Report(new Voortgang(totaal += rijen, null, "codes"));
            opdracht.Melding(string.Create(CultureInfo.InvariantCulture, $"tabel {(int)tabel}, {tabel}: {rijen} codes"));
        }

        tabellen.Vergeet(store);
    }
}
