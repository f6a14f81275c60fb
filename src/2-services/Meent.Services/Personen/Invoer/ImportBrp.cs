using System.Globalization;
using Meent.Data.Opslag;
using Meent.Services.Personen.Opslag;
using Meent.Services.Personen.Tabellen;
using Meent.Services.Pijplijn.Elders;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Services.Personen.Invoer;

/// <summary>
/// <c>meent import brp FILE</c>: a test set of persoonslijsten, or a landelijke tabel (<c>Tabel33 ….csv</c>) that gives codes their descriptions.
/// Of a folder, all of both in it.
/// </summary>
internal sealed class ImportBrp(Stores stores, Tabelopslag tabellen, TimeProvider klok) : IBeheertaak
{
    public string Naam => "import brp";

    public bool Geschikt(Organisatie organisatie) => organisatie.Diensten.Contains(Diensten.Personen);

    public async Task Voer(Beheeropdracht opdracht, CancellationToken stop)
    {
        Bronhouderschap.Eis(opdracht.Organisatie, Diensten.Personen);
        var store = await stores.Get(opdracht.Organisatie);
        foreach (var bestand in Bestanden(opdracht.Bestand))
        {
            await using var csv = File.OpenRead(bestand);
            opdracht.Melding(TabelImport.Welke(bestand) is { } tabel
                ? await Codes(store, tabel, csv, stop)
                : await Personen(opdracht, store, csv, stop));
        }

        tabellen.Vergeet(store);
        if (await ZonderOmschrijving(store) is > 0 and var aantal)
            opdracht.Melding($"{aantal} gemeenten hebben geen omschrijving: lees ook de landelijke tabellen, meent import brp MAP");
    }

    private static IEnumerable<string> Bestanden(string? pad)
    {
        if (File.Exists(pad)) return [pad];
        if (!Directory.Exists(pad))
            throw new ProbleemException(new Probleem(
                400, "invalid", "Noem het bestand met de testset persoonslijsten, of de map waarin het staat.", $"'{pad}' is er niet."));
        return Directory.EnumerateFiles(pad, "*.csv", SearchOption.AllDirectories)
            .Where(b => TabelImport.Welke(b) is not null || Path.GetFileName(b).Contains("persoonslijsten", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);
    }

    private static async Task<string> Codes(Store store, Tabel tabel, Stream csv, CancellationToken stop)
    {
        var codes = await TabelImport.Lees(store, tabel, csv, stop);
        return string.Create(CultureInfo.InvariantCulture, $"tabel {(int)tabel}, {tabel}: {codes} codes");
    }

    private async Task<string> Personen(Beheeropdracht opdracht, Store store, Stream csv, CancellationToken stop)
    {
        var verslag = await BrpImport.Lees(
            store, csv, klok, opdracht.Voortgang, (regel, reden) => opdracht.Melding($"regel {regel}: {reden}"), stop);
        return string.Create(CultureInfo.InvariantCulture,
            $"{verslag.Personen} personen uit {verslag.Regels} regels, {verslag.Gewijzigd} nieuw of gewijzigd, {verslag.Meldingen} meldingen");
    }

    private static async Task<long> ZonderOmschrijving(Store store) => await store.Read(session => session.One(
        """
        SELECT COUNT(DISTINCT gemeente) FROM personen_personen
        WHERE gemeente IS NOT NULL AND gemeente NOT IN (SELECT code FROM personen_tabelwaarden WHERE tabel = $1)
        """,
        row => row.Long(0), (long)Tabel.Gemeenten));
}
