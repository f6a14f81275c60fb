using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.HaalCentraal;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Brk.Demo;

/// <summary>The invented parcels of the demo landscape: under the addresses of the BAG, with the owners that the WOZ has.</summary>
internal static class BrkDemo
{
    /// <summary>The entry in the register of who tells of land and buildings.</summary>
    public static Activiteit Verstrekken { get; } = new()
    {
        Naam = "Verstrekken uit de basisregistratie kadaster",
        Doel = "Laten zien wie welke rechten heeft op grond en gebouwen, en wat die rechten beperkt.",
        Grondslag = Grondslag.WettelijkeVerplichting,
        ToelichtingGrondslag = "Kadasterwet, artikel 7 en 99",
        Wetten = ["https://wetten.overheid.nl/BWBR0004541"],
        Categorie = "Basisregistraties",
        VerwerktePersoonsgegevens = [new("rechthebbende", "naam en BSN, rechten op grond en gebouwen, hypotheken en beslagen")],
        AfnemendeCategorieOntvangers = ["gemeenten"],
        Bewaartermijn = "Onbeperkt",
        Herkomst = "Akten van notarissen en andere stukken",
        Beveiligingsmaatregelen = "Alleen wie het voor dit doel nodig heeft, kan erbij; elk gebruik van gegevens over een persoon staat in een verzegeld logboek; gegevens reizen alleen versleuteld.",
        Gegevens = [Diensten.Brk + ":*", "scope:" + Brkverzoek.ScopeBezit, "scope:" + Brkverzoek.ScopePersonen],
    };

    /// <summary>Adds or restores them.</summary>
    public static async Task Vul(Store store)
    {
        await using var bron = typeof(BrkDemo).Assembly.GetManifestResourceStream("Meent.Services.Brk.Demo.brk.json")!;
        var regels = (await JsonSerializer.DeserializeAsync<List<Brkregel>>(bron, Regelvorm.Json))!;
        await store.Write(async session =>
        {
            foreach (var regel in regels) await session.Zet(regel);
            return regels.Count;
        });
    }
}
