using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Services.Personen.Lijst;
using Meent.Services.Personen.Tabellen;
using Meent.Services.Personen.Velden;

namespace Meent.Services.Tests.Personen;

/// <summary>Makes persoonslijsten for tests, and tells what is answered about them.</summary>
internal static class Antwoorden
{
    public static readonly DateOnly Vandaag = new(2026, 6, 1);

    public static readonly Tabelwaarden Tabellen = new(
    [
        (Tabel.Gemeenten, new("9901", "Duinwaarde")), (Tabel.Landen, new("6030", "Nederland")), (Tabel.Landen, new("5010", "België")),
        (Tabel.Nationaliteiten, new("0001", "Nederlandse")), (Tabel.RniDeelnemers, new("0101", "Belastingdienst")),
    ]);

    /// <summary>The answer to a question about a list, given as <c>{"01":[[{"0120":"…"}]]}</c>.</summary>
    public static JsonNode Over(string lijst, params string[] velden) => Over(lijst, Tabellen, velden);

    public static JsonNode Over(string lijst, Tabelwaarden tabellen, params string[] velden)
    {
        using var persoonslijst = Persoonslijst.Lees(lijst);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Selectie.Van(Veldenlijst.Persoon, velden).Schrijf(json, new PersoonBron(persoonslijst, tabellen, Vandaag));
        return JsonNode.Parse(buffer.WrittenSpan)!;
    }

    /// <summary>A list of actual occurrences: category, then elements and values in turn.</summary>
    public static string Lijst(params (string Categorie, string[] Elementen)[] categorieen)
    {
        var json = new JsonObject();
        foreach (var groep in categorieen.GroupBy(c => c.Categorie))
            json[groep.Key] = new JsonArray([.. groep.Select(c => (JsonNode)new JsonArray(Voorkomen(c.Elementen)))]);
        return json.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public static void Gelijk(string verwacht, JsonNode antwoord) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(verwacht), antwoord), $"Verwacht {verwacht}, kreeg {antwoord.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })}");

    private static JsonObject Voorkomen(string[] elementen)
    {
        var voorkomen = new JsonObject();
        for (var i = 0; i < elementen.Length; i += 2) voorkomen[elementen[i]] = elementen[i + 1];
        return voorkomen;
    }
}
