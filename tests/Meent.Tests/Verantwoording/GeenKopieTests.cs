using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Tests.Verantwoording;

/// <summary>What can be asked at the source is not kept: the rental register has numbers of persons and addresses, and nothing that they stand for.</summary>
[Collection(Landschapscollectie.Naam)]
public sealed class GeenKopieTests(Landschapsnode landschap)
{
    [EngineTheory]
    public async Task The_rental_register_holds_no_name_and_no_address(Engine engine)
    {
        var diensten = await landschap.Van(engine);
        var organisatie = diensten.GetRequiredService<OrganisatieLijst>().Vind("duinwaarde")!;
        var registratie = await diensten.GetRequiredService<Bronnen>().Zend<JsonElement>(
            HttpMethod.Post, new Namens("duinwaarde", organisatie.Verwerkingsactiviteit("toeristische-verhuur-registreren"), "burger"), Diensten.Verhuur, "registraties", new
            {
                verhuurder = new { burgerservicenummer = "999970008" },
                adresseerbaarObjectIdentificatie = "9901010000000001",
                nummeraanduidingIdentificatie = "9901200000000001",
                deel = "geheel",
                gebruik = "hoofdverblijf",
                slaapplaatsen = 2,
                maximumGasten = 2,
                eenheidsnaam = "Geen kopie",
            });
        Assert.Equal(20, registratie.GetProperty("registratienummer").GetString()!.Length);

        var cellen = await (await diensten.GetRequiredService<Stores>().Get(organisatie)).Read(session => Cellen(session, engine));
        Assert.Contains(cellen, cel => cel.Waarde.Contains("9901010000000001", StringComparison.Ordinal));
        Assert.Contains(cellen, cel => cel.Waarde.Contains("999970008", StringComparison.Ordinal));
        var woorden = Woorden();
        Assert.True(woorden.Contains("Dijkgraaf") && woorden.Contains("Zeelaan") && woorden.Contains("9901AA"), string.Join(' ', woorden));
        Assert.Empty(cellen.Where(cel => woorden.Any(woord => cel.Waarde.Contains(woord, StringComparison.OrdinalIgnoreCase))).Select(cel => cel.Tabel));
    }

    /// <summary>All that stands in the tables of the rental register, as text.</summary>
    private static async ValueTask<List<(string Tabel, string Waarde)>> Cellen(Session session, Engine engine)
    {
        var kolommen = await session.All(
            engine == Engine.Sqlite
                ? "SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table' AND m.name LIKE 'verhuur\\_%' ESCAPE '\\'"
                : "SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_name LIKE 'verhuur\\_%'",
            row => (Tabel: row.Text(0), Kolom: row.Text(1)));
        Assert.True(kolommen.Select(k => k.Tabel).Distinct().Count() > 5);
        var cellen = new List<(string, string)>();
        foreach (var (tabel, kolom) in kolommen) cellen.AddRange(await session.All($"SELECT CAST({kolom} AS TEXT) FROM {tabel} WHERE {kolom} IS NOT NULL", row => (tabel, row.Text(0))));
        return cellen;
    }

    /// <summary>Names, streets and postal codes of everybody in the demo.</summary>
    private static HashSet<string> Woorden()
    {
        var woorden = new HashSet<string>(StringComparer.Ordinal);
        using var personen = JsonDocument.Parse(File.ReadAllBytes(Omgeving.Pad("src", "2-services", "Meent.Services", "Personen", "Demo", "personen.json")));
        foreach (var voorkomen in personen.RootElement.EnumerateArray().SelectMany(p => p.EnumerateObject()).SelectMany(c => c.Value.EnumerateArray()).SelectMany(s => s.EnumerateArray()))
            foreach (var element in new[] { "0210", "0240", "1110", "1115", "1160" })
                if (voorkomen.TryGetProperty(element, out var waarde) && waarde.GetString() is { Length: > 3 } woord) woorden.Add(woord);
        return woorden;
    }
}
