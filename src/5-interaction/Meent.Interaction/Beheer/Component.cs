using Meent.Interaction.Taal;

namespace Meent.Interaction.Beheer;

/// <summary>One of the APIs that a program gets rights to, as the Autorisaties API names them.</summary>
/// <param name="Typen">What it knows per type: the list of the Catalogi API; empty when it knows no types.</param>
/// <param name="Typelid">The member of an autorisatie that names the type.</param>
/// <param name="HeeftNiveau">Whether rights go up to a vertrouwelijkheidaanduiding.</param>
internal sealed record Component(string Code, string Typen, string Typelid, bool HeeftNiveau, IReadOnlyList<string> Scopes)
{
    public static readonly IReadOnlyList<Component> Alle =
    [
        new("zrc", "zaaktypen", "zaaktype", true,
            ["zaken.lezen", "zaken.aanmaken", "zaken.bijwerken", "zaken.statussen.toevoegen", "zaken.verwijderen", "zaken.heropenen", "zaken.geforceerd-bijwerken", "audittrails.lezen"]),
        new("drc", "informatieobjecttypen", "informatieobjecttype", true,
            ["documenten.lezen", "documenten.aanmaken", "documenten.bijwerken", "documenten.lock", "documenten.verwijderen", "documenten.geforceerd-bijwerken", "documenten.geforceerd-unlock", "audittrails.lezen"]),
        new("brc", "besluittypen", "besluittype", false, ["besluiten.lezen", "besluiten.aanmaken", "besluiten.bijwerken", "besluiten.verwijderen", "audittrails.lezen"]),
        new("ztc", "", "", false, ["catalogi.lezen", "catalogi.schrijven", "catalogi.geforceerd-schrijven", "catalogi.geforceerd-verwijderen"]),
        new("nrc", "", "", false, ["notificaties.consumeren", "notificaties.publiceren"]),
        new("ac", "", "", false, ["autorisaties.lezen", "autorisaties.bijwerken"]),
    ];

    public static string Naam(Tekst t, string code) => code switch
    {
        "zrc" => t["Zaken", "Cases"],
        "ztc" => t["Catalogi", "Catalogues"],
        "drc" => t["Documenten", "Documents"],
        "brc" => t["Besluiten", "Decisions"],
        "nrc" => t["Notificaties", "Notifications"],
        "ac" => t["Autorisaties", "Authorisations"],
        _ => code,
    };
}
