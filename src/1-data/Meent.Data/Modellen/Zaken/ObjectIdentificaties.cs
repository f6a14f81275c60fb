using System.Text.Json;
using System.Text.Json.Serialization;

namespace Meent.Data.Modellen.Zaken;

/// <summary>By what an object of a zaak is known, a shape for each objectType (Zaken API 1.7.0, schemas Object…). Persons and organisations have the shapes of a rol.</summary>
public sealed record ObjectAdres
{
    [Max(100)] public required string Identificatie { get; init; }
    [Max(80)] public required string WplWoonplaatsNaam { get; init; }
    [Max(80)] public required string GorOpenbareRuimteNaam { get; init; }
    [Bereik(0, 99999)] public required int Huisnummer { get; init; }
    [Max(1)] public string Huisletter { get; init; } = "";
    [Max(4)] public string Huisnummertoevoeging { get; init; } = "";
    [Max(7)] public string Postcode { get; init; } = "";
}

public sealed record ObjectBuurt
{
    [Max(2)] public required string BuurtCode { get; init; }
    [Max(40)] public required string BuurtNaam { get; init; }
    [Max(4)] public required string GemGemeenteCode { get; init; }
    [Max(2)] public required string WykWijkCode { get; init; }
}

public sealed record ObjectGemeente
{
    [Max(80)] public required string GemeenteNaam { get; init; }
    [Max(4)] public required string GemeenteCode { get; init; }
}

public sealed record ObjectGemeentelijkeOpenbareRuimte
{
    [Max(100)] public required string Identificatie { get; init; }
    [Max(80)] public required string OpenbareRuimteNaam { get; init; }
}

public sealed record ObjectHuishouden
{
    [Max(12)] public required string Nummer { get; init; }
    public ObjectTerreinGebouwdObject? IsGehuisvestIn { get; init; }
}

public sealed record ObjectInrichtingselement
{
    [Keuze("bak", "bord", "installatie", "kast", "mast", "paal", "sensor", "straatmeubilair", "waterinrichtingselement", "weginrichtingselement")]
    public required string Type { get; init; }

    [Max(100)] public required string Identificatie { get; init; }
    [Max(500)] public string Naam { get; init; } = "";
}

public sealed record ObjectKadastraleOnroerendeZaak
{
    [Max(100)] public required string KadastraleIdentificatie { get; init; }
    [Max(1000)] public required string KadastraleAanduiding { get; init; }
}

public sealed record ObjectKunstwerkdeel
{
    [Keuze("keermuur", "overkluizing", "duiker", "faunavoorziening", "vispassage", "bodemval", "coupure", "ponton", "voorde", "hoogspanningsmast", "gemaal",
        "perron", "sluis", "strekdam", "steiger", "stuw")]
    public required string Type { get; init; }

    [Max(100)] public required string Identificatie { get; init; }
    [Max(80)] public required string Naam { get; init; }
}

public sealed record ObjectMaatschappelijkeActiviteit
{
    [Max(8)] public required string KvkNummer { get; init; }
    [Max(200)] public required string Handelsnaam { get; init; }
}

public sealed record ObjectOpenbareRuimte
{
    [Max(100)] public required string Identificatie { get; init; }
    [Max(80)] public required string WplWoonplaatsNaam { get; init; }
    [Max(80)] public required string GorOpenbareRuimteNaam { get; init; }
}

public sealed record ObjectOverige
{
    public required JsonElement OverigeData { get; init; }
}

public sealed record ObjectPand
{
    [Max(100)] public required string Identificatie { get; init; }
}

public sealed record ObjectSpoorbaandeel
{
    [Keuze("breedspoor", "normaalspoor", "smalspoor", "spoorbaan")] public required string Type { get; init; }
    [Max(100)] public required string Identificatie { get; init; }
    [Max(500)] public string Naam { get; init; } = "";
}

public sealed record ObjectTerreindeel
{
    [Max(40)] public required string Type { get; init; }
    [Max(100)] public required string Identificatie { get; init; }
    [Max(500)] public string Naam { get; init; } = "";
}

public sealed record ObjectTerreinGebouwdObject
{
    [Max(100)] public required string Identificatie { get; init; }
    public TerreinGebouwdObjectAdres? AdresAanduidingGrp { get; init; }
}

public sealed record TerreinGebouwdObjectAdres
{
    [Max(100)] public string NumIdentificatie { get; init; } = "";
    [Max(100)] public string OaoIdentificatie { get; init; } = "";
    [Max(100)] public string AoaIdentificatie { get; init; } = "";
    [Max(80)] public required string WplWoonplaatsNaam { get; init; }
    [Max(80)] public required string GorOpenbareRuimteNaam { get; init; }
    [Max(7)] public string AoaPostcode { get; init; } = "";
    [Bereik(0, 99999)] public required int AoaHuisnummer { get; init; }
    [Max(1)] public string AoaHuisletter { get; init; } = "";
    [Max(4)] public string AoaHuisnummertoevoeging { get; init; } = "";
    [Max(100)] public string OgoLocatieAanduiding { get; init; } = "";
}

public sealed record ObjectWaterdeel
{
    [Keuze("zee", "waterloop", "watervlakte", "greppel_droge_sloot")] public required string TypeWaterdeel { get; init; }
    [Max(100)] public required string Identificatie { get; init; }
    [Max(500)] public string Naam { get; init; } = "";
}

public sealed record ObjectWegdeel
{
    [Max(100)] public required string Type { get; init; }
    [Max(100)] public required string Identificatie { get; init; }
    [Max(500)] public string Naam { get; init; } = "";
}

public sealed record ObjectWijk
{
    [Max(2)] public required string WijkCode { get; init; }
    [Max(40)] public required string WijkNaam { get; init; }
    [Max(4)] public required string GemGemeenteCode { get; init; }
}

public sealed record ObjectWoonplaats
{
    [Max(100)] public required string Identificatie { get; init; }
    [Max(80)] public required string WoonplaatsNaam { get; init; }
}

public sealed record ObjectWozDeelobject
{
    [Max(6)] public required string NummerWozDeelObject { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public ObjectWozObject? IsOnderdeelVan { get; init; }
}

public sealed record ObjectWozObject
{
    [Max(100)] public required string WozObjectNummer { get; init; }
    public WozObjectAdres? AanduidingWozObject { get; init; }
}

public sealed record WozObjectAdres
{
    [Max(100)] public required string AoaIdentificatie { get; init; }
    [Max(80)] public required string WplWoonplaatsNaam { get; init; }
    [Max(80)] public required string GorOpenbareRuimteNaam { get; init; }
    [Max(7)] public string AoaPostcode { get; init; } = "";
    [Bereik(0, 99999)] public required int AoaHuisnummer { get; init; }
    [Max(1)] public string AoaHuisletter { get; init; } = "";
    [Max(4)] public string AoaHuisnummertoevoeging { get; init; } = "";
    [Max(1000)] public string LocatieOmschrijving { get; init; } = "";
}

public sealed record ObjectWozWaarde
{
    [Max(9)] public required string Waardepeildatum { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public ObjectWozObject? IsVoor { get; init; }
}

public sealed record ObjectZakelijkRecht
{
    [Max(100)] public required string Identificatie { get; init; }
    [Max(1000)] public required string AvgAard { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public ObjectKadastraleOnroerendeZaak? HeeftBetrekkingOp { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public ZakelijkRechtHeeftAlsGerechtigde? HeeftAlsGerechtigde { get; init; }
}

public sealed record ZakelijkRechtHeeftAlsGerechtigde
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public NatuurlijkPersoon? NatuurlijkPersoon { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public NietNatuurlijkPersoon? NietNatuurlijkPersoon { get; init; }
}
