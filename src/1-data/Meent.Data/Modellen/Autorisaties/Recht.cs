using static Meent.Data.Modellen.Vertrouwelijkheidaanduiding;

namespace Meent.Data.Modellen.Autorisaties;

/// <summary>
/// What an applicatie may with all versions of a type, or with all types of a catalogue: beside the standard, which knows one version of a type at a time.
/// </summary>
public sealed record Recht
{
    [Url, Max(1000), NietLeeg] public required string Applicatie { get; init; }
    [Keuze("zrc", "drc", "brc")] public required string Component { get; init; }
    [Max(100), NietLeeg] public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Only types of this catalogue; empty for all catalogues.</summary>
    [Url, Max(1000)] public string Catalogus { get; init; } = "";

    /// <summary>Identificatie of the zaaktype, omschrijving of the informatieobjecttype or besluittype; empty for all types of the catalogue.</summary>
    [Max(80)] public string Type { get; init; } = "";

    /// <summary>Highest level that may be seen; besluiten have none.</summary>
    [Keuze("", Openbaar, BeperktOpenbaar, Intern, Zaakvertrouwelijk, Vertrouwelijk, Confidentieel, Geheim, ZeerGeheim)]
    public string MaxVertrouwelijkheidaanduiding { get; init; } = "";
}
