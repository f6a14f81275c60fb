using Meent.Services.Sdep.Deelnemers;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Sdep.Demo;

/// <summary>The entry point in the demo landscape: run by who keeps the base registries.</summary>
internal static class SdepDemo
{
    public const string Code = Deelnemer.Activiteit;

    /// <summary>The entry in the register of who runs it.</summary>
    public static Activiteit Doorgeven { get; } = new()
    {
        Naam = "Doorgeven wat verhuurplatforms melden",
        Doel = "Gemeenten en toezichthouders laten weten welke verhuringen en advertenties platforms melden in gebieden met regels.",
        Grondslag = Grondslag.WettelijkeVerplichting,
        ToelichtingGrondslag = "Verordening (EU) 2024/1028, artikel 9, 10 en 12",
        Wetten = ["https://eur-lex.europa.eu/eli/reg/2024/1028/oj"],
        Categorie = "Wonen",
        VerwerktePersoonsgegevens = [new("verhuurder", "registratienummer en adres van de woning, met de verhuringen")],
        AfnemendeCategorieOntvangers = ["gemeenten met regels voor toeristische verhuur", "toezichthouders", "het bureau voor de statistiek"],
        Bewaartermijn = "18 maanden na ontvangst",
        Herkomst = "Verhuurplatforms",
        Beveiligingsmaatregelen = "Alleen wie het voor dit doel nodig heeft, kan erbij; elk gebruik staat in een verzegeld logboek; gegevens reizen alleen versleuteld.",
        Gegevens = [Diensten.Sdep + ":*"],
    };
}
