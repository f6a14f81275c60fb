using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.HaalCentraal;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Woz.Demo;

/// <summary>The invented WOZ-objecten of the demo landscape.</summary>
internal static class WozDemo
{
    /// <summary>The entry in the register of who decides of the values.</summary>
    public static Activiteit Verstrekken { get; } = new()
    {
        Naam = "Verstrekken uit de basisregistratie WOZ",
        Doel = "Overheidsorganisaties de waarde van woningen en gebouwen geven, als zij die voor hun taak nodig hebben.",
        Grondslag = Grondslag.WettelijkeVerplichting,
        ToelichtingGrondslag = "Wet waardering onroerende zaken, artikel 37a en 40a",
        Wetten = ["https://wetten.overheid.nl/BWBR0007119"],
        Categorie = "Basisregistraties",
        VerantwoordelijkeBestuursorgaan = "College van B&W",
        VerwerktePersoonsgegevens = [new("belanghebbende", "naam en BSN van eigenaar en gebruiker, met de waarde")],
        AfnemendeCategorieOntvangers = ["belastingdiensten en waterschappen"],
        Bewaartermijn = "Onbeperkt",
        Herkomst = "Eigen beschikkingen",
        Beveiligingsmaatregelen = "Alleen wie het voor dit doel nodig heeft, kan erbij; elk gebruik staat in een verzegeld logboek; gegevens reizen alleen versleuteld.",
        Gegevens = [Diensten.Woz + ":*"],
    };

    /// <summary>Adds or restores those of the organisation.</summary>
    public static async Task Vul(Store store)
    {
        await using var bron = typeof(WozDemo).Assembly.GetManifestResourceStream("Meent.Services.Woz.Demo.woz.json")!;
        var objecten = (await JsonSerializer.DeserializeAsync<List<WozObject>>(bron, Regelvorm.Json))!;
        await store.Write(async session =>
        {
            foreach (var woz in objecten.Where(woz => woz.VerantwoordelijkeGemeente.Code == store.Organisatie.Gemeentecode)) await session.Zet(woz);
            return objecten.Count;
        });
    }
}
