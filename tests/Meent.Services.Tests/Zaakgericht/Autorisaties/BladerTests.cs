using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Meent.Data.Modellen;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht.Autorisaties;

/// <summary>Whatever a client may see: its pages hold just that, once, in order, by number and by following <c>next</c>.</summary>
public sealed class BladerTests
{
    private const int Aantal = 60;

    private static readonly string[] Ordeningen = ["", "identificatie", "-identificatie", "startdatum", "-startdatum"];

    [EngineTheory, Trait("zgw", "zrc-006")]
    public async Task Pages_under_limited_rights_hold_each_allowed_zaak_once(Engine engine)
    {
        await using var node = await Rechtennode.Start(engine);
        var zgw = node.Zgw;
        var catalogus = (await zgw.Vraag(200, HttpMethod.Get, Diensten.Catalogi, "/catalogussen")).GetProperty("results")[0].GetProperty("url").GetString()!;
        string[] typen = [zgw.Zaaktype, (await zgw.MaakZaaktype(catalogus, "B")).Zaaktype, (await zgw.MaakZaaktype(catalogus, "C")).Zaaktype];
        var zaken = new List<Rij>();
        for (var i = 0; i < Aantal; i++)
        {
            // Uneven on purpose: of type C there is one in twenty, so that a client that sees only those takes another way through the index.
            var rij = new Rij($"Z-{i * 37 % Aantal:D2}", i % 20 == 0 ? 2 : i % 2, 1 + (i * 5 % 8), $"2026-0{1 + (i % 3)}-01");
            await zgw.Maak(Diensten.Zaken, "/zaken", new
            {
                identificatie = rij.Identificatie,
                bronorganisatie = "990000011",
                verantwoordelijkeOrganisatie = "990000011",
                zaaktype = typen[rij.Type],
                startdatum = rij.Startdatum,
                vertrouwelijkheidaanduiding = Vertrouwelijkheidaanduiding.Woord(rij.Rang),
            });
            zaken.Add(rij);
        }

        var applicatie = Rechtennode.Pad(await node.Applicatie([Rechtennode.Zrc(typen[0], "openbaar")]));
        var gevallen =
            from rechten in Gen.Choose(0, 8).ArrayOf(3)
            from grootte in Gen.Choose(1, 25)
            from ordening in Gen.Elements(Ordeningen)
            from vanaf in Gen.Elements("", "2026-02-01", "2026-03-01", "2027-01-01")
            select (rechten, grootte, ordening, vanaf);

        Prop.ForAll(gevallen.ToArbitrary(), geval => Klopt(geval.rechten, geval.grootte, geval.ordening, geval.vanaf).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

        async Task<bool> Klopt(int[] rechten, int grootte, string ordening, string vanaf)
        {
            var autorisaties = rechten.Select((rang, type) => (rang, type)).Where(r => r.rang > 0).Select(r => Rechtennode.Zrc(typen[r.type], Vertrouwelijkheidaanduiding.Woord(r.rang)))
                .Append(Rechtennode.Zrc("https://elders.example/zaaktypen/1", "openbaar")).ToArray();
            await zgw.Vraag(200, HttpMethod.Patch, Diensten.Autorisaties, applicatie, new { autorisaties });
            var verwacht = zaken.Where(z => z.Rang <= rechten[z.Type] && string.CompareOrdinal(z.Startdatum, vanaf) >= 0).ToList();
            var pad = $"/zaken?pageSize={grootte}{(ordening.Length > 0 ? $"&ordering={ordening}" : "")}{(vanaf.Length > 0 ? $"&startdatum__gte={vanaf}" : "")}";

            var gevolgd = new List<string>();
            var genummerd = new List<string>();
            var volgende = pad;
            for (var nummer = 1; volgende is not null; nummer++)
            {
                var blad = await node.Lees("a", volgende);
                Assert.Equal(verwacht.Count, blad.GetProperty("count").GetInt32());
                gevolgd.AddRange(Namen(blad));
                genummerd.AddRange(Namen(await node.Lees("a", $"{pad}&page={nummer}")));
                volgende = blad.GetProperty("next").GetString() is { } next ? next[next.IndexOf("/zaken?", StringComparison.Ordinal)..] : null;
            }

            Assert.Equal(verwacht.Select(z => z.Identificatie).Order(StringComparer.Ordinal), gevolgd.Order(StringComparer.Ordinal));
            Assert.Equal(gevolgd, genummerd);
            var sleutels = gevolgd.ConvertAll(naam => ordening.EndsWith("startdatum", StringComparison.Ordinal) ? zaken.Single(z => z.Identificatie == naam).Startdatum : naam);
            if (ordening.StartsWith('-')) sleutels.Reverse();
            if (ordening.Length > 0) Assert.Equal(sleutels.Order(StringComparer.Ordinal), sleutels);
            return true;
        }
    }

    private static IEnumerable<string> Namen(JsonElement blad) => blad.GetProperty("results").EnumerateArray().Select(z => z.GetProperty("identificatie").GetString()!);

    private sealed record Rij(string Identificatie, int Type, int Rang, string Startdatum);
}
