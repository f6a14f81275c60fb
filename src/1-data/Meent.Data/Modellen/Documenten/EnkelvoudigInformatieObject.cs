using System.Text.Json.Serialization;
using static Meent.Data.Modellen.Vertrouwelijkheidaanduiding;

namespace Meent.Data.Modellen.Documenten;

/// <summary>
/// A document in one version (Documenten API 1.7.0, schema EnkelvoudigInformatieObject). Its lock and bestandsdelen are not here: they belong to the
/// document in all its versions, and stand in columns of their own.
/// </summary>
public sealed record EnkelvoudigInformatieObject
{
    [Max(40)] public string Identificatie { get; init; } = "";
    [Rsin] public required string Bronorganisatie { get; init; }
    public required DateOnly Creatiedatum { get; init; }
    [Max(200), NietLeeg] public required string Titel { get; init; }

    [Keuze(Openbaar, BeperktOpenbaar, Intern, Zaakvertrouwelijk, Vertrouwelijk, Confidentieel, Geheim, ZeerGeheim, "")]
    public string Vertrouwelijkheidaanduiding { get; init; } = "";

    public bool? IsGereedVoorPublicatie { get; init; }
    public bool TonenAanInitiator { get; init; }
    [Max(200), NietLeeg] public required string Auteur { get; init; }
    [Keuze("in_bewerking", "ter_vaststelling", "definitief", "gearchiveerd", "")] public string Status { get; init; } = "";
    public bool? InhoudIsVervallen { get; init; }
    [Max(255)] public string Formaat { get; init; } = "";
    [Max(3), NietLeeg, Patroon("^[A-Za-z]{3}$")] public required string Taal { get; init; }
    [AlleenLezen] public int Versie { get; init; }
    [AlleenLezen] public DateTimeOffset BeginRegistratie { get; init; }
    [Max(255)] public string Bestandsnaam { get; init; } = "";

    /// <summary>Where the content of this version is downloaded; null as long as there is none. What a client sends here never reaches the record.</summary>
    [AlleenLezen, Url] public string? Inhoud { get; init; }

    /// <summary>In bytes.</summary>
    public long? Bestandsomvang { get; init; }

    [Url, Max(200)] public string Link { get; init; } = "";
    [Max(1000)] public string Beschrijving { get; init; } = "";
    public DateOnly? Ontvangstdatum { get; init; }
    public DateOnly? Verzenddatum { get; init; }
    public bool? IndicatieGebruiksrecht { get; init; }
    public string Verschijningsvorm { get; init; } = "";
    public Ondertekening? Ondertekening { get; init; }
    public Integriteit? Integriteit { get; init; }
    [Url, Max(200)] public required string Informatieobjecttype { get; init; }
    public IReadOnlyList<string> Trefwoorden { get; init; } = [];

    /// <summary>What a client sends to show that it holds the lock; never kept here.</summary>
    [Max(100), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Lock { get; init; }

    /// <summary>Name of the content in the content store, for the index column.</summary>
    [AlleenLezen, JsonIgnore] public string? Opslagnaam { get; init; }
}

public sealed record Ondertekening
{
    [Keuze("analoog", "digitaal", "pki")] public required string Soort { get; init; }
    public required DateOnly Datum { get; init; }
}

public sealed record Integriteit
{
    [Keuze("crc_16", "crc_32", "crc_64", "fletcher_4", "fletcher_8", "fletcher_16", "fletcher_32", "hmac", "md5", "sha_1", "sha_256", "sha_512", "sha_3")]
    public required string Algoritme { get; init; }

    [Max(128), NietLeeg] public required string Waarde { get; init; }
    public required DateOnly Datum { get; init; }
}
