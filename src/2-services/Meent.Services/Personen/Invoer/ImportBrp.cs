using System.Globalization;
using Meent.Data.Opslag;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Services.Personen.Invoer;

/// <summary><c>meent import brp FILE</c>.</summary>
internal sealed class ImportBrp(Stores stores) : IBeheertaak
{
    public string Naam => "import brp";

    public bool Geschikt(Organisatie organisatie) => organisatie.Diensten.Contains(Diensten.Personen);

    public async Task Voer(Beheeropdracht opdracht, CancellationToken stop)
    {
        if (opdracht.Bestand is null || !File.Exists(opdracht.Bestand))
            throw new ProbleemException(new Probleem(400, "invalid", "Noem het bestand met de testset persoonslijsten.", $"Er is geen bestand '{opdracht.Bestand}'."));
        await using var csv = File.OpenRead(opdracht.Bestand);
        var verslag = await BrpImport.Lees(
            await stores.Get(opdracht.Organisatie), csv, opdracht.Voortgang, (regel, reden) => opdracht.Melding($"regel {regel}: {reden}"), stop);
        opdracht.Melding(string.Create(CultureInfo.InvariantCulture,
            $"{verslag.Personen} personen uit {verslag.Regels} regels, {verslag.Gewijzigd} nieuw of gewijzigd, {verslag.Meldingen} meldingen"));
    }
}
