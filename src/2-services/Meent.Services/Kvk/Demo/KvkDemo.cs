using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.HaalCentraal;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Kvk.Demo;

/// <summary>The invented companies of the demo landscape.</summary>
internal static class KvkDemo
{
    /// <summary>The entry in the register of who tells of companies.</summary>
    public static Activiteit Verstrekken { get; } = new()
    {
        Naam = "Verstrekken uit het handelsregister",
        Doel = "Laten zien welke bedrijven er zijn en wie erachter zit, zodat iedereen zeker weet met wie hij zaken doet.",
        Grondslag = Grondslag.WettelijkeVerplichting,
        ToelichtingGrondslag = "Handelsregisterwet 2007, artikel 21 en 22",
        Wetten = ["https://wetten.overheid.nl/BWBR0021777"],
        Categorie = "Basisregistraties",
        VerwerktePersoonsgegevens = [new("ondernemer", "naam, adres en activiteiten van een bedrijf zonder rechtspersoonlijkheid")],
        AfnemendeCategorieOntvangers = ["gemeenten"],
        Bewaartermijn = "Onbeperkt",
        Herkomst = "Opgaven van ondernemers",
        Beveiligingsmaatregelen = "Een afgeschermd adres wordt niet getoond en niet gevonden; elk gebruik van gegevens van een ondernemer staat in een verzegeld logboek; gegevens reizen alleen versleuteld.",
        Gegevens = [Diensten.Kvk + ":*"],
    };

    /// <summary>Adds or restores them.</summary>
    public static async Task Vul(Store store)
    {
        await using var bron = typeof(KvkDemo).Assembly.GetManifestResourceStream("Meent.Services.Kvk.Demo.kvk.json")!;
        var inschrijvingen = (await JsonSerializer.DeserializeAsync<List<Inschrijving>>(bron, Regelvorm.Json))!;
        await store.Write(async session =>
        {
            foreach (var inschrijving in inschrijvingen) await session.Zet(inschrijving);
            return inschrijvingen.Count;
        });
    }
}
