using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Integration.Fsc.Crypto;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Landschappen;

/// <summary>
/// Brings a landscape of organisations together as strangers would: each announces itself, services are published at the Directory, and each
/// municipality concludes a contract for each service and purpose, all through the API for administrators. Again changes nothing.
/// </summary>
public sealed class Landschap(Bronnen bronnen, OrganisatieLijst organisaties, IOptions<FscOptions> options, TimeProvider klok)
{
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(15);
    private static readonly string[] Leden = ["type", "service", "properties"];

    /// <summary>Runs when the node serves.</summary>
    /// <param name="melding">Told what was done, a line each.</param>
    /// <exception cref="InvalidOperationException">A contract did not become valid; the message says where it stopped.</exception>
    public async Task Sluit(IReadOnlyCollection<Landschapsdoel> doelen, Action<string> melding, CancellationToken stop)
    {
        foreach (var organisatie in organisaties.Alle)
        {
            using var _ = await Vraag(organisatie, HttpMethod.Put, "aankondiging", null, stop);
            melding($"{organisatie.Naam} is bekend in de Directory");
        }

        // Only what a municipality does not keep itself has to come from elsewhere.
        var gemeenten = organisaties.Alle.Where(o => o.IsGemeente).ToList();
        var diensten = doelen.SelectMany(d => d.Diensten).Distinct(StringComparer.Ordinal).Where(d => gemeenten.Any(g => !g.Biedt(d))).ToList();
        foreach (var aanbieder in organisaties.Alle.Where(o => !o.IsGemeente))
        {
            foreach (var dienst in diensten.Where(d => aanbieder.Biedt(d)))
                await Sluit(aanbieder, Publicatie(aanbieder, dienst, doelen), $"{aanbieder.Naam} publiceert {dienst}", melding, stop);
        }

        foreach (var gemeente in gemeenten)
        {
            var aanbieders = new HashSet<string>(StringComparer.Ordinal);
            foreach (var dienst in diensten.Where(d => !gemeente.Biedt(d)))
            {
                var aanbieder = await Aanbieder(gemeente, dienst, stop);
                aanbieders.Add(aanbieder);
                foreach (var doel in doelen.Where(d => d.Diensten.Contains(dienst)))
                {
                    var grant = Verbinding(gemeente, aanbieder, dienst, doel);
                    await Sluit(gemeente, grant, $"{gemeente.Naam} gebruikt {dienst} voor {doel.Naam}", melding, stop);
                }
            }

            foreach (var aanbieder in organisaties.Alle.Where(o => aanbieders.Contains(o.Oin) && o.Biedt(Diensten.Logboek)))
                await Volg(gemeente, aanbieder, doelen, melding, stop);
            foreach (var buur in gemeenten.Where(o => o != gemeente)) await Deel(gemeente, buur, doelen, melding, stop);
        }
    }

    /// <summary>Who gives data tells its recipient's residents of that use as well: its logbook, beside the one that the municipality keeps itself.</summary>
    private async Task Volg(Organisatie gemeente, Organisatie aanbieder, IReadOnlyCollection<Landschapsdoel> doelen, Action<string> melding, CancellationToken stop)
    {
        await Sluit(aanbieder, Publicatie(aanbieder, Diensten.Logboek, doelen), $"{aanbieder.Naam} publiceert {Diensten.Logboek}", melding, stop);
        foreach (var doel in doelen.Where(d => d.Diensten.Contains(Diensten.Logboek)))
        {
            var grant = Verbinding(gemeente, aanbieder.Oin, Diensten.Logboek, doel);
            await Sluit(gemeente, grant, $"{gemeente.Naam} volgt gebruik bij {aanbieder.Naam} voor {doel.Naam}", melding, stop);
        }
    }

    /// <summary>What residents share with a neighbour comes from where they live.</summary>
    private async Task Deel(Organisatie gemeente, Organisatie buur, IEnumerable<Landschapsdoel> doelen, Action<string> melding, CancellationToken stop)
    {
        foreach (var doel in doelen.Where(d => d.BijBuren))
        {
            foreach (var dienst in doel.Diensten.Where(d => gemeente.Biedt(d) && buur.Biedt(d)))
            {
                await Sluit(buur, Publicatie(buur, dienst, [doel]), $"{buur.Naam} publiceert {dienst}", melding, stop);
                await Sluit(gemeente, Verbinding(gemeente, buur.Oin, dienst, doel), $"{gemeente.Naam} gebruikt {dienst} van {buur.Naam} voor {doel.Naam}", melding, stop);
            }
        }
    }

    private async Task Sluit(Organisatie organisatie, JsonObject data, string wat, Action<string> melding, CancellationToken stop)
    {
        if (await Bestaat(organisatie, data, stop)) return;
        var begin = klok.GetTimestamp();
        var voorstel = new JsonObject { ["grants"] = new JsonArray(new JsonObject { ["data"] = data }) };
        using var gemaakt = await Vraag(organisatie, HttpMethod.Post, "contracten", voorstel, stop);
        var hash = gemaakt.RootElement.GetProperty("content_hash").GetString()!;
        while (true)
        {
            using var stand = await Vraag(organisatie, HttpMethod.Get, $"contracten/{hash}", null, stop);
            var staat = stand.RootElement.GetProperty("state").GetString();
            if (staat == "CONTRACT_STATE_VALID") break;
            if (staat != "CONTRACT_STATE_PROPOSED" || klok.GetElapsedTime(begin) > Geduld)
                throw new InvalidOperationException($"{wat}: het contract is {staat}. {stand.RootElement.GetProperty("deliveries").GetRawText()}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), klok, stop);
        }

        melding($"{wat}: contract van kracht, {klok.GetElapsedTime(begin).TotalMilliseconds:0} ms");
    }

    /// <summary>Whether the same grant stands in a contract that is valid, or that waits for a person to sign.</summary>
    private async Task<bool> Bestaat(Organisatie organisatie, JsonObject data, CancellationToken stop)
    {
        var gezocht = Kern(JsonSerializer.SerializeToElement(data));
        var cursor = "";
        do
        {
            using var blad = await Vraag(organisatie, HttpMethod.Get, $"contracten?limit=100&cursor={cursor}", null, stop);
            foreach (var contract in blad.RootElement.GetProperty("contracts").EnumerateArray())
            {
                if (contract.GetProperty("state").GetString() is not ("CONTRACT_STATE_VALID" or "CONTRACT_STATE_PROPOSED")) continue;
                if (contract.GetProperty("content").GetProperty("grants").EnumerateArray().Any(g => Kern(g.GetProperty("data")) == gezocht)) return true;
            }

            cursor = blad.RootElement.GetProperty("pagination").GetProperty("next_cursor").GetString()!;
        }
        while (cursor.Length > 0);
        return false;

        // Without what the Manager fills in itself.
        static string Kern(JsonElement data) => string.Join('\n', Leden
            .Select(lid => data.TryGetProperty(lid, out var waarde) ? Encoding.UTF8.GetString(Jcs.Canonicalise(waarde)) : ""));
    }

    private async Task<string> Aanbieder(Organisatie organisatie, string dienst, CancellationToken stop)
    {
        using var gevonden = await Vraag(organisatie, HttpMethod.Get, $"diensten?service_name={dienst}", null, stop);
        foreach (var service in gevonden.RootElement.GetProperty("services").EnumerateArray().Select(s => s.GetProperty("data")))
        {
            if (service.GetProperty("name").GetString() == dienst) return service.GetProperty("peer").GetProperty("id").GetString()!;
        }

        throw new InvalidOperationException($"De Directory kent geen aanbieder van {dienst}.");
    }

    private async Task<JsonDocument> Vraag(Organisatie organisatie, HttpMethod methode, string pad, JsonObject? inhoud, CancellationToken stop)
    {
        var namens = new Namens(organisatie.Slug, organisatie.Verwerkingsactiviteit("fsc-beheer"));
        using var json = inhoud is null ? null : new StringContent(inhoud.ToJsonString(), Encoding.UTF8, "application/json");
        using var antwoord = await bronnen.Stuur(methode, namens, Diensten.Fsc, pad, json, stop: stop);
        var tekst = await antwoord.Content.ReadAsStringAsync(stop);
        if (!antwoord.IsSuccessStatusCode)
            throw new InvalidOperationException($"{organisatie.Naam}, {methode} {pad}: {(int)antwoord.StatusCode} {tekst}");
        return JsonDocument.Parse(antwoord.StatusCode == HttpStatusCode.NoContent ? "{}" : tekst);
    }

    private JsonObject Publicatie(Organisatie aanbieder, string dienst, IEnumerable<Landschapsdoel> doelen) => new()
    {
        ["type"] = "GRANT_TYPE_SERVICE_PUBLICATION",
        ["directory"] = new JsonObject { ["peer_id"] = options.Value.Directory },
        ["service"] = new JsonObject { ["peer_id"] = aanbieder.Oin, ["name"] = dienst, ["protocol"] = "PROTOCOL_TCP_HTTP_1.1" },
        ["properties"] = new JsonObject
        {
            ["doelbinding.toegestaan"] = Lijst(doelen.Where(d => d.Diensten.Contains(dienst)).Select(d => d.Naam)),
            ["doelbinding.versie"] = "1.0",
        },
    };

    private static JsonObject Verbinding(Organisatie gemeente, string aanbieder, string dienst, Landschapsdoel doel) => new()
    {
        ["type"] = "GRANT_TYPE_SERVICE_CONNECTION",
        ["service"] = new JsonObject { ["type"] = "SERVICE_TYPE_SERVICE", ["peer_id"] = aanbieder, ["name"] = dienst },
        ["properties"] = new JsonObject
        {
            ["doelbinding.doelen"] = new JsonArray(new JsonObject
            {
                ["id"] = gemeente.Verwerkingsactiviteit(doel.Naam),
                ["omschrijving"] = doel.Omschrijving,
                ["grondslag"] = Lijst(doel.Grondslag),
                ["gegevens"] = Lijst(doel.Van(dienst)),
                ["bewaartermijn"] = doel.Bewaartermijn,
            }),
            ["doelbinding.versie"] = "1.0",
        },
    };

    private static JsonArray Lijst(IEnumerable<string> waarden) => [.. waarden.Select(w => (JsonNode)w)];
}
