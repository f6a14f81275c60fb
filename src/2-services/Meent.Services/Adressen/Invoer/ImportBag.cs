using System.Globalization;
using System.Security.Cryptography;
using Meent.Data.Opslag;
using Meent.Services.Adressen.Zoeken;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Services.Adressen.Invoer;

/// <summary><c>meent import bag FILE</c>: the BAG extract, a zip as the Kadaster gives it.</summary>
internal sealed class ImportBag(Stores stores, TimeProvider klok) : IBeheertaak
{
    public string Naam => "import bag";

    public bool Geschikt(Organisatie organisatie) => organisatie.Diensten.Contains(Diensten.Adressen);

    public async Task Voer(Beheeropdracht opdracht, CancellationToken stop)
    {
        if (!File.Exists(opdracht.Bestand)) throw Onbruikbaar($"'{opdracht.Bestand}' is er niet.");
        string kenmerk;
        await using (var inhoud = File.OpenRead(opdracht.Bestand)) kenmerk = Convert.ToHexStringLower(await SHA256.HashDataAsync(inhoud, stop));
        try
        {
            var store = await stores.Get(opdracht.Organisatie);
            var verslag = await new BagImport(store, kenmerk, klok, opdracht.Melding, opdracht.Voortgang).Lees(opdracht.Bestand, stop);
            await store.WerkBij(stop);
            opdracht.Melding(string.Create(
                CultureInfo.InvariantCulture, $"{verslag.Objecten} voorkomens, {verslag.Gewijzigd} nieuw of gewijzigd, {verslag.Meldingen} niet gebruikt; adressen bij {verslag.Adressen} nummeraanduidingen"));
        }
        catch (InvalidDataException)
        {
            throw Onbruikbaar($"'{opdracht.Bestand}' is geen zip, of zij is beschadigd.");
        }
    }

    private static ProbleemException Onbruikbaar(string detail) => new(new Probleem(400, "invalid", "Noem het BAG-extract (zip) van het Kadaster.", detail));
}
