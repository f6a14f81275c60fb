using System.Text.Json;
using System.Text.Json.Serialization;

namespace Meent.Data.Modellen.Zaken;

/// <summary>Who takes part in a case, and as what (Zaken API 1.7.0, schema Rol and its five variants by betrokkeneType).</summary>
public sealed record Rol : IZaakdeel
{
    [Url, Max(1000)] public required string Zaak { get; init; }
    [Url, Max(1000)] public string Betrokkene { get; init; } = "";

    [Keuze("natuurlijk_persoon", "niet_natuurlijk_persoon", "vestiging", "organisatorische_eenheid", "medewerker")]
    public required string BetrokkeneType { get; init; }

    [Max(625)] public string AfwijkendeNaamBetrokkene { get; init; } = "";
    [Url, Max(1000)] public required string Roltype { get; init; }
    [AlleenLezen] public string Omschrijving { get; init; } = "";
    [AlleenLezen] public string OmschrijvingGeneriek { get; init; } = "";
    [Max(1000)] public required string Roltoelichting { get; init; }
    [AlleenLezen] public DateTimeOffset? Registratiedatum { get; init; }
    [Keuze("gemachtigde", "machtiginggever", "")] public string IndicatieMachtiging { get; init; } = "";
    public ContactpersoonRol? ContactpersoonRol { get; init; }

    /// <summary>One of <see cref="NatuurlijkPersoon"/> and kin, by <see cref="BetrokkeneType"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public JsonElement? BetrokkeneIdentificatie { get; init; }
}

public sealed record ContactpersoonRol
{
    [Max(254)] public string Emailadres { get; init; } = "";
    [Max(50)] public string Functie { get; init; } = "";
    [Max(20)] public string Telefoonnummer { get; init; } = "";
    [Max(40), NietLeeg] public required string Naam { get; init; }
}

public sealed record NatuurlijkPersoon
{
    [Bsn, Max(9)] public string InpBsn { get; init; } = "";
    [Max(17)] public string AnpIdentificatie { get; init; } = "";

    /// <summary>The standard spells it with an underscore: <c>inpA_nummer</c>.</summary>
    [Max(10), Patroon("^[1-9][0-9]{9}$"), JsonPropertyName("inpA_nummer")] public string InpANummer { get; init; } = "";
    [Max(200)] public string Geslachtsnaam { get; init; } = "";
    [Max(80)] public string VoorvoegselGeslachtsnaam { get; init; } = "";
    [Max(20)] public string Voorletters { get; init; } = "";
    [Max(200)] public string Voornamen { get; init; } = "";
    [Keuze("m", "v", "o", "")] public string Geslachtsaanduiding { get; init; } = "";
    [Max(18)] public string Geboortedatum { get; init; } = "";
    public Verblijfsadres? Verblijfsadres { get; init; }
    public SubVerblijfBuitenland? SubVerblijfBuitenland { get; init; }
}

public sealed record NietNatuurlijkPersoon
{
    [Max(9)] public string InnNnpId { get; init; } = "";
    [Max(17)] public string AnnIdentificatie { get; init; } = "";
    [Max(500)] public string StatutaireNaam { get; init; } = "";

    [Keuze("besloten_vennootschap", "cooperatie_europees_economische_samenwerking", "europese_cooperatieve_venootschap", "europese_cooperatieve_vennootschap",
        "europese_naamloze_vennootschap",
        "kerkelijke_organisatie", "naamloze_vennootschap", "onderlinge_waarborg_maatschappij", "overig_privaatrechtelijke_rechtspersoon",
        "stichting", "vereniging", "vereniging_van_eigenaars", "publiekrechtelijke_rechtspersoon", "vennootschap_onder_firma", "maatschap",
        "rederij", "commanditaire_vennootschap", "kapitaalvennootschap_binnen_eer", "overige_buitenlandse_rechtspersoon_vennootschap",
        "kapitaalvennootschap_buiten_eer", "")]
    public string InnRechtsvorm { get; init; } = "";
    [Max(1000)] public string Bezoekadres { get; init; } = "";
    public SubVerblijfBuitenland? SubVerblijfBuitenland { get; init; }
}

public sealed record Vestiging
{
    [Max(24)] public string VestigingsNummer { get; init; } = "";
    public IReadOnlyList<string> Handelsnaam { get; init; } = [];
    public Verblijfsadres? Verblijfsadres { get; init; }
    public SubVerblijfBuitenland? SubVerblijfBuitenland { get; init; }
    [Max(8)] public string KvkNummer { get; init; } = "";
}

public sealed record OrganisatorischeEenheid
{
    [Max(24)] public string Identificatie { get; init; } = "";
    [Max(50)] public string Naam { get; init; } = "";
    [Max(24)] public string IsGehuisvestIn { get; init; } = "";
}

public sealed record Medewerker
{
    [Max(254)] public string Identificatie { get; init; } = "";
    [Max(200)] public string Achternaam { get; init; } = "";
    [Max(20)] public string Voorletters { get; init; } = "";
    [Max(10)] public string VoorvoegselAchternaam { get; init; } = "";
}

public sealed record Verblijfsadres
{
    [Max(100)] public required string AoaIdentificatie { get; init; }
    [Max(80)] public required string WplWoonplaatsNaam { get; init; }
    [Max(80)] public required string GorOpenbareRuimteNaam { get; init; }
    [Max(7)] public string AoaPostcode { get; init; } = "";
    [Bereik(0, 99999)] public required int AoaHuisnummer { get; init; }
    [Max(1)] public string AoaHuisletter { get; init; } = "";
    [Max(4)] public string AoaHuisnummertoevoeging { get; init; } = "";
    [Max(1000)] public string InpLocatiebeschrijving { get; init; } = "";
}

public sealed record SubVerblijfBuitenland
{
    [Max(4)] public required string LndLandcode { get; init; }
    [Max(40)] public required string LndLandnaam { get; init; }
    [Max(35), JsonPropertyName("subAdresBuitenland_1")] public string SubAdresBuitenland1 { get; init; } = "";
    [Max(35), JsonPropertyName("subAdresBuitenland_2")] public string SubAdresBuitenland2 { get; init; } = "";
    [Max(35), JsonPropertyName("subAdresBuitenland_3")] public string SubAdresBuitenland3 { get; init; } = "";
}
