using System.Text.Json.Serialization;
using static Meent.Data.Modellen.Vertrouwelijkheidaanduiding;

namespace Meent.Data.Modellen.Autorisaties;

/// <summary>A program and what it may (Autorisaties API 1.1.0, schema Applicatie). Its secret is no part of the API.</summary>
public sealed record Applicatie
{
    [Max(50), NietLeeg] public required IReadOnlyList<string> ClientIds { get; init; }
    [Max(100), NietLeeg] public required string Label { get; init; }
    public bool HeeftAlleAutorisaties { get; init; }

    /// <summary>Whether it reads only documents that are ready for publication.</summary>
    public bool AlleenIsGereedVoorPublicatie { get; init; }
    public IReadOnlyList<ApplicatieAutorisatie> Autorisaties { get; init; } = [];
}

/// <summary>Schema AutorisatieBase with what each component adds; members that a component does not have are left out.</summary>
public sealed record ApplicatieAutorisatie
{
    [Keuze("ac", "nrc", "zrc", "ztc", "drc", "brc")] public required string Component { get; init; }
    [AlleenLezen] public string ComponentWeergave { get; init; } = "";
    [Max(100), NietLeeg] public required IReadOnlyList<string> Scopes { get; init; }

    [Url, Max(1000), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Zaaktype { get; init; }
    [Url, Max(1000), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Informatieobjecttype { get; init; }
    [Url, Max(1000), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Besluittype { get; init; }

    [Keuze("", Openbaar, BeperktOpenbaar, Intern, Zaakvertrouwelijk, Vertrouwelijk, Confidentieel, Geheim, ZeerGeheim)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? MaxVertrouwelijkheidaanduiding { get; init; }
}
