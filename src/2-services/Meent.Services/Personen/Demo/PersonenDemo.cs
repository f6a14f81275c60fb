using System.Text.Encodings.Web;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Personen.Opslag;
using Meent.Services.Personen.Tabellen;

namespace Meent.Services.Personen.Demo;

/// <summary>The invented persons of the demo landscape, and the few codes that they need.</summary>
internal static class PersonenDemo
{
    private static readonly JsonSerializerOptions Schrijfwijze = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (Tabel Tabel, string Code, string Omschrijving)[] Codes =
    [
        (Tabel.Gemeenten, "9901", "Duinwaarde"),
        (Tabel.Gemeenten, "9902", "Lindewoude"),
        (Tabel.Landen, "5022", "Marokko"),
        (Tabel.Landen, "5051", "Kroatië"),
        (Tabel.Landen, "6030", "Nederland"),
        (Tabel.Nationaliteiten, "0001", "Nederlandse"),
        (Tabel.Nationaliteiten, "0131", "Marokkaanse"),
        (Tabel.RedenOpnemenBeeindigen, "001", "Wet op het Nederlanderschap 1892, art. 1, onder a"),
        (Tabel.RedenOpnemenBeeindigen, "017", "Rijkswet op het Nederlanderschap 1984, art. 3, lid 1"),
        (Tabel.RedenOpnemenBeeindigen, "027", "Rijkswet op het Nederlanderschap 1984, art. 7"),
        (Tabel.RedenOpnemenBeeindigen, "301", "Vaststelling bezit vreemde nationaliteit"),
    ];

    /// <summary>Adds or restores them.</summary>
    public static async Task Vul(Store store)
    {
        var rijen = Lees();
        await store.Write(async session =>
        {
            foreach (var (tabel, code, omschrijving) in Codes) await Tabelopslag.Zet(session, tabel, new(code, omschrijving));
            foreach (var rij in rijen) await session.Zet(rij);
            return rijen.Count;
        });
    }

    private static List<Persoonsrij> Lees()
    {
        using var bron = typeof(PersonenDemo).Assembly.GetManifestResourceStream("Meent.Services.Personen.Demo.personen.json")!;
        using var personen = JsonDocument.Parse(bron);
        return [.. personen.RootElement.EnumerateArray().Select(persoon => JsonSerializer.SerializeToUtf8Bytes(persoon, Schrijfwijze))
            .Select(body => Persoonsrij.Van(body)!)];
    }
}
