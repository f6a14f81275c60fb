using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Standards;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Services.Zaakgericht.Catalogi.Beheer;

/// <summary><c>meent import catalogus FILE</c>: reads a catalogus that Meent or Open Zaak exported, with new ids.</summary>
internal sealed class ImportCatalogus(Stores stores, Dienstverlening diensten) : IBeheertaak
{
    public string Naam => "import catalogus";

    public bool Geschikt(Organisatie organisatie) => organisatie.Diensten.Contains(Diensten.Catalogi);

    public async Task Voer(Beheeropdracht opdracht, CancellationToken stop)
    {
        if (!File.Exists(opdracht.Bestand)) throw new ProbleemException(new Probleem(400, "invalid", "Noem het bestand (zip) met de catalogus.", $"'{opdracht.Bestand}' is er niet."));
        var store = await stores.Get(opdracht.Organisatie);
        var aanroep = await diensten.Aanroepen.VanOpdrachtregel(opdracht.Organisatie);
        await using var zip = File.OpenRead(opdracht.Bestand);
        try
        {
            var resultaat = await CatalogusbeheerApi.Lees(store, await Archief.Lees(zip), new Invoerwijze(null, null, false), aanroep, diensten, stop);
            foreach (var (soort, aantal) in resultaat.Gemaakt) opdracht.Melding($"{soort}: {aantal} gemaakt");
            if (resultaat.Bestond > 0) opdracht.Melding($"{resultaat.Bestond} versies waren er al.");
            foreach (var url in resultaat.Vervallen) opdracht.Melding($"vervallen: een relatie met {url}, die niet in het bestand staat");
        }
        catch (ProbleemException fout) when (fout.Probleem.InvalidParams is { Count: > 0 } velden)
        {
            throw new ProbleemException(new Probleem(400, "invalid", "Deze catalogus kan niet ingelezen worden.", string.Join("; ", velden.Select(veld => $"{veld.Name}: {veld.Reason}"))));
        }
    }
}
