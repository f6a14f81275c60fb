using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Data.Modellen.Referentielijsten;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Services.Zaakgericht.Referentielijsten;

/// <summary>
/// Reads lists as they are published: an array of the API's own objects, a page of them, or a dump (<c>fields</c> beside <c>pk</c>). Which list it is
/// shows in the members.
/// </summary>
internal static class Invoer
{
    /// <returns>The list, with its entries as the file has them.</returns>
    /// <exception cref="ProbleemException">400: it is none of the lists.</exception>
    public static (Lijst Lijst, IReadOnlyList<JsonObject> Rijen) Lees(Stream json)
    {
        try
        {
            var inhoud = JsonNode.Parse(json);
            var rijen = (inhoud as JsonArray ?? inhoud?["results"] as JsonArray ?? []).OfType<JsonObject>().Select(rij => rij["fields"] as JsonObject ?? rij).ToList();
            if (rijen.Count > 0 && Welke(rijen[0]) is { } lijst) return (lijst, rijen);
        }
        catch (JsonException)
        {
            // Told below.
        }

        throw new ProbleemException(new Probleem(400, "invalid", "Dit bestand is geen referentielijst.", "Verwacht: communicatiekanalen, procestypen, resultaten of resultaattypeomschrijvingen in JSON."));
    }

    /// <summary>Adds the entries, or replaces those that are there; an entry that is not in the file stays, since types may refer to it.</summary>
    /// <returns>What is wrong with those that cannot be used.</returns>
    public static async ValueTask<IReadOnlyList<string>> Bewaar(Session session, Organisatie organisatie, Lijst lijst, IReadOnlyList<JsonObject> rijen)
    {
        var fouten = new List<string>();
        var bekend = await session.All("SELECT id FROM zaakgericht_referenties WHERE lijst = $1", row => row.Guid(0), Lijst.Voor<ProcesType>().Naam);
        var nummer = 0;
        foreach (var rij in rijen)
        {
            nummer++;
            var id = Id((string?)rij["url"] ?? (string?)rij["uuid"] ?? (string?)rij["id"] ?? "");
            if (lijst.Type == typeof(Resultaat)) rij["procesType"] = Id((string?)rij["procesType"] ?? "") is { } type && bekend.Contains(type) ? $"{organisatie.Basis}{Lijst.Voor<ProcesType>().Pad}/{type:D}" : "";
            if (id is null) fouten.Add($"rij {nummer}: geen url of id waaraan zij te kennen is");
            else if (Fout(() => Body(lijst, rij, id.Value, organisatie), out var body) is { } fout) fouten.Add($"rij {nummer}: {fout}");
            else await Zet(session, lijst, id.Value, nummer, body!);
        }

        await Lijsten.Gewijzigd(session);
        return fouten;
    }

    private static async ValueTask Zet(Session session, Lijst lijst, Guid id, int volgorde, byte[] body) => await session.Execute(
        """
        INSERT INTO zaakgericht_referenties (id, lijst, volgorde, body) VALUES ($1, $2, $3, $4)
        ON CONFLICT (id) DO UPDATE SET lijst = excluded.lijst, volgorde = excluded.volgorde, body = excluded.body
        """,
        id, lijst.Naam, volgorde, new Utf8Text(body));

    private static byte[] Body(Lijst lijst, JsonObject rij, Guid id, Organisatie organisatie)
    {
        var element = JsonSerializer.SerializeToElement(rij);
        var url = EigenUrls.Van(lijst.Pad, id);
        return lijst.Naam switch
        {
            "communicatiekanalen" => Maak<CommunicatieKanaal>(),
            "procestypen" => Maak<ProcesType>(),
            "resultaten" => Maak<Resultaat>(),
            _ => Maak<ResultaattypeOmschrijvingGeneriek>(),
        };

        byte[] Maak<T>() where T : class => Vorm.Bewaar(Vorm.Lees<T>(element, [organisatie.Basis]), url, id, metUuid: false);
    }

    private static string? Fout(Func<byte[]> maak, out byte[]? body)
    {
        try
        {
            body = maak();
            return null;
        }
        catch (ProbleemException fout)
        {
            body = null;
            return string.Join("; ", fout.Probleem.InvalidParams.Select(veld => $"{veld.Name}: {veld.Reason}"));
        }
    }

    private static Lijst? Welke(JsonObject rij) => rij switch
    {
        _ when rij.ContainsKey("procesType") => Lijst.Voor<Resultaat>(),
        _ when rij.ContainsKey("procesobject") => Lijst.Voor<ProcesType>(),
        _ when rij.ContainsKey("definitie") => Lijst.Voor<ResultaattypeOmschrijvingGeneriek>(),
        _ when rij.ContainsKey("naam") && rij.ContainsKey("omschrijving") => Lijst.Voor<CommunicatieKanaal>(),
        _ => null,
    };

    private static Guid? Id(string tekst) => Guid.TryParseExact(tekst.TrimEnd('/').Split('/')[^1], "D", out var id) ? id : null;
}
