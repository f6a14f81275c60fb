using System.Text.Json;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Taal;

namespace Meent.Interaction.Zaken;

/// <summary>Words of the standard as people read them.</summary>
internal static class Zaakwoorden
{
    /// <summary>8 weken; what has no such form stays as it is.</summary>
    public static string? Duur(Tekst t, string? tekst)
    {
        if (Standards.Periode.Lees(tekst) is not { } duur || duur == default) return tekst;
        var dagen = duur.Dagen > 0 && duur.Dagen % 7 == 0
            ? duur.Dagen == 7 ? t["1 week", "1 week"] : t[$"{duur.Dagen / 7} weken", $"{duur.Dagen / 7} weeks"]
            : duur.Dagen > 0 ? t.Dagen(duur.Dagen) : "";
        var (jaar, maand) = Math.DivRem(duur.Maanden, 12);
        var jaren = jaar == 0 ? "" : t[$"{jaar} jaar", jaar == 1 ? "1 year" : $"{jaar} years"];
        var maanden = maand == 0 ? "" : maand == 1 ? t["1 maand", "1 month"] : t[$"{maand} maanden", $"{maand} months"];
        return string.Join(t[" en ", " and "], new[] { jaren, maanden, dagen }.Where(deel => deel.Length > 0));
    }

    public static string Niveau(Tekst t, string woord) => woord switch
    {
        "openbaar" => t["Openbaar", "Public"],
        "beperkt_openbaar" => t["Beperkt openbaar", "Restricted"],
        "intern" => t["Intern", "Internal"],
        "zaakvertrouwelijk" => t["Zaakvertrouwelijk", "Confidential to the case"],
        "vertrouwelijk" => t["Vertrouwelijk", "Confidential"],
        "confidentieel" => t["Confidentieel", "Highly confidential"],
        "geheim" => t["Geheim", "Secret"],
        "zeer_geheim" => t["Zeer geheim", "Top secret"],
        _ => woord,
    };

    public static string Betrokkene(Tekst t, string soort) => soort switch
    {
        "natuurlijk_persoon" => t["Persoon", "Person"],
        "niet_natuurlijk_persoon" => t["Organisatie", "Organisation"],
        "vestiging" => t["Vestiging", "Establishment"],
        "organisatorische_eenheid" => t["Afdeling", "Department"],
        "medewerker" => t["Medewerker", "Employee"],
        _ => soort,
    };

    public static string Kenmerken(Tekst t, Document? document) => string.Join(", ", new[]
    {
        document?.Bestandsnaam,
        document?.Bestandsomvang is { } omvang ? t.Omvang(omvang) : null,
        document?.Auteur,
        document?.Creatiedatum is { } dag ? t.Datum(dag) : null,
    }.Where(deel => !string.IsNullOrEmpty(deel)));

    /// <summary>The object by what identifies it, else by its address.</summary>
    public static string Object(Zaakobject zaakobject)
    {
        var soort = zaakobject.ObjectType == "overige" && zaakobject.ObjectTypeOverige is { Length: > 0 } anders ? anders : zaakobject.ObjectType.Replace('_', ' ');
        var wat = zaakobject.ObjectIdentificatie is { ValueKind: JsonValueKind.Object } delen
            ? string.Join(' ', delen.EnumerateObject().Where(d => d.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number && d.Name != "inpBsn").Select(d => d.Value.ToString()).Where(d => d.Length > 0))
            : zaakobject.Object ?? "";
        return wat.Length == 0 ? soort : $"{soort} {wat}";
    }
}
