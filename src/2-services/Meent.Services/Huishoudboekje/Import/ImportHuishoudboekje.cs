using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Services.Huishoudboekje.Import;

/// <summary><c>meent import huishoudboekje FILE</c>: takes over the export of the existing system, all of it or nothing, and says what could not be taken.</summary>
internal sealed class ImportHuishoudboekje(Stores stores, TimeProvider klok) : IBeheertaak
{
    public string Naam => "import huishoudboekje";

    public bool Geschikt(Organisatie organisatie) => organisatie.Diensten.Contains(Diensten.Huishoudboekje);

    public async Task Voer(Beheeropdracht opdracht, CancellationToken stop)
    {
        if (!File.Exists(opdracht.Bestand)) throw new ProbleemException(new Probleem(400, "invalid", "Noem het bestand met de uitvoer van het bestaande systeem (JSON).", $"'{opdracht.Bestand}' is er niet."));
        var uitvoer = await Lees(opdracht.Bestand, stop);
        var store = await stores.Get(opdracht.Organisatie);
        var overname = new Overname(uitvoer, klok);
        await store.WriteBulk(async session =>
        {
            await overname.Doe(session);
            return true;
        }, stop);
        foreach (var melding in overname.Meldingen) opdracht.Melding(melding);
    }

    private static async Task<Uitvoer> Lees(string bestand, CancellationToken stop)
    {
        await using var stroom = File.OpenRead(bestand);
        try
        {
            return await JsonSerializer.DeserializeAsync<Uitvoer>(stroom, Uitvoer.Json, stop) is { Burgers: not null, Organisaties: not null, Rubrieken: not null } uitvoer
                ? uitvoer
                : throw new ProbleemException(new Probleem(400, "invalid", "Dit is geen uitvoer van het bestaande systeem.", "burgers, organisaties of rubrieken ontbreken."));
        }
        catch (JsonException fout)
        {
            // The message of the parser may quote the file; its path and line do not.
            throw new ProbleemException(new Probleem(400, "invalid", "Dit bestand is niet te lezen.", $"Regel {fout.LineNumber + 1}, bij {fout.Path}."));
        }
    }
}
