using System.Globalization;
using Meent.Data.Opslag;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Services.Zaakgericht.Referentielijsten;

/// <summary><c>meent import selectielijst FILE</c>: reads one list, or of a folder all that are in it.</summary>
internal sealed class ImportSelectielijst(Stores stores) : IBeheertaak
{
    public string Naam => "import selectielijst";

    public bool Geschikt(Organisatie organisatie) => organisatie.Diensten.Contains(Diensten.Referentielijsten);

    public async Task Voer(Beheeropdracht opdracht, CancellationToken stop)
    {
        var store = await stores.Get(opdracht.Organisatie);
        // What is referred to goes first.
        foreach (var (lijst, rijen) in Bestanden(opdracht.Bestand).Select(Lees).OrderBy(gelezen => Lijst.Alle.ToList().IndexOf(gelezen.Lijst)))
        {
            var fouten = await store.WriteBulk(session => Invoer.Bewaar(session, opdracht.Organisatie, lijst, rijen), stop);
            foreach (var fout in fouten) opdracht.Melding($"{lijst.Naam}, {fout}");
            opdracht.Melding(string.Create(CultureInfo.InvariantCulture, $"{lijst.Naam}: {rijen.Count - fouten.Count} ingelezen"));
        }
    }

    private static (Lijst Lijst, IReadOnlyList<System.Text.Json.Nodes.JsonObject> Rijen) Lees(string bestand)
    {
        using var json = File.OpenRead(bestand);
        return Invoer.Lees(json);
    }

    private static IEnumerable<string> Bestanden(string? pad)
    {
        if (File.Exists(pad)) return [pad];
        if (Directory.Exists(pad)) return Directory.EnumerateFiles(pad, "*.json").Order(StringComparer.Ordinal);
        throw new ProbleemException(new Probleem(400, "invalid", "Noem het bestand met de selectielijst, of de map waarin de lijsten staan.", $"'{pad}' is er niet."));
    }
}
