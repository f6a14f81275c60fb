using System.Text.Json;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Taal;

namespace Meent.Interaction.Zaken;

/// <summary>The audit trail in the words of who reads it.</summary>
internal static class Auditwoorden
{
    /// <summary>Members that change by themselves, or say nothing to a reader.</summary>
    private static readonly HashSet<string> Stil = new(StringComparer.Ordinal) { "url", "uuid", "status", "resultaat", "rollen", "eigenschappen", "zaakobjecten", "zaakinformatieobjecten", "deelzaken", "betalingsindicatieWeergave" };

    public static string Wat(Tekst t, Auditregel regel)
    {
        var wat = Resource(t, regel.Resource);
        return regel.Actie switch
        {
            "create" when regel.Resource == "zaak" => t["Zaak gestart", "Case started"],
            "create" when regel.Resource == "status" => t["Status gezet", "Status set"],
            "create" => t[$"{wat} toegevoegd", $"{wat} added"],
            "destroy" => t[$"{wat} verwijderd", $"{wat} removed"],
            _ => t[$"{wat} gewijzigd", $"{wat} changed"],
        };
    }

    public static string Beeld(Auditregel regel) => regel.Resource switch
    {
        "status" => "arrow-right",
        "resultaat" => "flag",
        "rol" => "users",
        "zaakinformatieobject" => "file-text",
        "zaakbesluit" or "besluit" => "gavel",
        _ => "edit",
    };

    /// <summary>The names of what a change touched; nothing for what is new.</summary>
    public static string Gewijzigd(Tekst t, Auditregel regel)
    {
        if (regel.Wijzigingen is not { Oud: { ValueKind: JsonValueKind.Object } oud, Nieuw: { ValueKind: JsonValueKind.Object } nieuw }) return "";
        return string.Join(", ", nieuw.EnumerateObject()
            .Where(lid => !Stil.Contains(lid.Name) && (!oud.TryGetProperty(lid.Name, out var was) || !JsonElement.DeepEquals(was, lid.Value)))
            .Select(lid => Veld(t, lid.Name)));
    }

    private static string Resource(Tekst t, string resource) => resource switch
    {
        "zaak" => t["Zaak", "Case"],
        "status" => t["Status", "Status"],
        "resultaat" => t["Resultaat", "Outcome"],
        "rol" => t["Betrokkene", "Person or party"],
        "zaakeigenschap" => t["Eigenschap", "Property"],
        "zaakobject" => t["Object", "Object"],
        "zaakinformatieobject" => t["Document", "Document"],
        "zaakbesluit" or "besluit" => t["Besluit", "Decision"],
        "zaaknotitie" => t["Notitie", "Note"],
        _ => resource,
    };

    private static string Veld(Tekst t, string veld) => veld switch
    {
        "omschrijving" => t["omschrijving", "description"],
        "toelichting" => t["toelichting", "explanation"],
        "einddatum" => t["einddatum", "end date"],
        "einddatumGepland" => t["geplande einddatum", "planned last day"],
        "uiterlijkeEinddatumAfdoening" => t["uiterlijke einddatum", "last day"],
        "verlenging" => t["verlenging", "extension"],
        "opschorting" => t["opschorting", "suspension"],
        "archiefnominatie" => t["bewaren of vernietigen", "keep or destroy"],
        "archiefactiedatum" => t["datum van vernietiging of overdracht", "date of destruction or transfer"],
        "archiefstatus" => t["archiefstatus", "archive status"],
        "startdatumBewaartermijn" => t["begin van de bewaartermijn", "beginning of the retention term"],
        _ => veld,
    };
}
