using System.Security.Cryptography;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Services.Zaakgericht.Invoer;

/// <summary>
/// <c>meent import zgw FILE</c>: one resource a line, as the API of its old home answered it; what is referred to comes first. Ids stay, so links between
/// lines do too; the content of a document stands in a file beside them. The rules of the APIs hold; a line that breaks one is told and left out. Begins again where it was interrupted.
/// </summary>
internal sealed class ImportZgw(Stores stores, Dienstverlening diensten, Invoerkeuze keuze) : IBeheertaak
{
    /// <summary>Lines of one transaction.</summary>
    private const int Portie = 1_000;

    public string Naam => "import zgw";

    public bool Geschikt(Organisatie organisatie) => organisatie.Diensten.Contains(Diensten.Zaken);

    public async Task Voer(Beheeropdracht opdracht, CancellationToken stop)
    {
        if (!File.Exists(opdracht.Bestand)) throw new ProbleemException(new Probleem(400, "invalid", "Noem het bestand met een resource per regel (JSON Lines).", $"'{opdracht.Bestand}' is er niet."));
        var store = await stores.Get(opdracht.Organisatie);
        var kenmerk = await Kenmerk(opdracht.Bestand, stop);
        var begonnen = await store.Read(session => session.One("SELECT regel FROM zaakgericht_invoer WHERE bestand = $1", row => row.Long(0), kenmerk), stop);
        if (begonnen > 0) opdracht.Melding($"Gaat verder na regel {begonnen}.");
        var inlezer = new Inlezer(store, diensten, await diensten.Aanroepen.VanOpdrachtregel(opdracht.Organisatie), keuze, kenmerk, Path.GetDirectoryName(Path.GetFullPath(opdracht.Bestand))!, opdracht.Melding);
        var portie = new List<Invoerregel>(Portie);
        var nummer = 0L;
        using var lezer = File.OpenText(opdracht.Bestand);
        while (await lezer.ReadLineAsync(stop) is { } tekst)
        {
            if (++nummer <= begonnen || string.IsNullOrWhiteSpace(tekst)) continue;
            portie.Add(await inlezer.Lees(nummer, tekst, stop));
            if (portie.Count < Portie) continue;
            await inlezer.Neem(portie, stop);
            portie.Clear();
            opdracht.Voortgang.Report(new Voortgang(nummer, null, "regels"));
        }

        if (portie.Count > 0) await inlezer.Neem(portie, stop);
        opdracht.Voortgang.Report(new Voortgang(nummer, nummer, "regels"));
        opdracht.Melding($"{inlezer.Gedaan} ingelezen, {inlezer.Fout} niet.");
    }

    /// <summary>Of the file itself, so that another one of the same name is not taken for it.</summary>
    private static async Task<string> Kenmerk(string bestand, CancellationToken stop)
    {
        await using var inhoud = File.OpenRead(bestand);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(inhoud, stop));
    }
}

/// <summary>A line of the file.</summary>
/// <param name="Invoer">Null when there is nothing to write; that has been told.</param>
internal sealed record Invoerregel(long Nummer, Pijplijn.Mutaties.Invoer? Invoer);
