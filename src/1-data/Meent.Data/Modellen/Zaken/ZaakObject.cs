using System.Text.Json;
using System.Text.Json.Serialization;

namespace Meent.Data.Modellen.Zaken;

/// <summary>What a case is about (Zaken API 1.7.0, schema ZaakObject and its variants by objectType).</summary>
public sealed record ZaakObject : IZaakdeel
{
    [Url, Max(1000)] public required string Zaak { get; init; }
    [Url, Max(1000)] public string Object { get; init; } = "";
    [Url, Max(1000)] public string Zaakobjecttype { get; init; } = "";

    [Keuze("adres", "besluit", "buurt", "enkelvoudig_document", "gemeente", "gemeentelijke_openbare_ruimte", "huishouden", "inrichtingselement",
        "kadastrale_onroerende_zaak", "kunstwerkdeel", "maatschappelijke_activiteit", "medewerker", "natuurlijk_persoon", "niet_natuurlijk_persoon",
        "openbare_ruimte", "organisatorische_eenheid", "pand", "spoorbaandeel", "status", "terreindeel", "terrein_gebouwd_object", "vestiging",
        "waterdeel", "wegdeel", "wijk", "woonplaats", "woz_deelobject", "woz_object", "woz_waarde", "zakelijk_recht", "overige")]
    public required string ObjectType { get; init; }

    [Max(100), Patroon("^[a-z_]+$")] public string ObjectTypeOverige { get; init; } = "";
    public ObjectTypeOverigeDefinitie? ObjectTypeOverigeDefinitie { get; init; }
    [Max(80)] public string Relatieomschrijving { get; init; } = "";

    /// <summary>In the shape of the objectType (<see cref="ObjectAdres"/> and kin); absent where the object is named by its URL.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public JsonElement? ObjectIdentificatie { get; init; }
}

/// <summary>Where an object of another type is described, and which of its members identify it.</summary>
public sealed record ObjectTypeOverigeDefinitie
{
    [Url, Max(1000)] public required string Url { get; init; }
    [Max(100)] public required string Schema { get; init; }
    [Max(100)] public required string ObjectData { get; init; }
}
