using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Model;

namespace Meent.Services.Zaakgericht.Catalogi;

/// <summary>The query parameters that several resources of the Catalogi API share.</summary>
internal static class Catalogifilters
{
    /// <summary>Of a version of a type.</summary>
    public static Filter[] Versie { get; } = [Filter.Verwijzing("catalogus", "catalogus", Catalogipaden.Catalogussen), Status("t.concept = $"), Geldig("datumGeldigheid", "t")];

    /// <summary>Of a part of a zaaktype, by what the zaaktype is.</summary>
    public static Filter[] Deel { get; } =
    [
        Filter.Verwijzing("zaaktype", "zaaktype", Catalogipaden.Zaaktypen), VanZaaktype("zaaktypeIdentificatie", "z.identificatie = $"),
        Status(InZaaktype("z.concept = $")), Geldig("datumGeldigheid", "z"),
    ];

    /// <summary>By a condition on the zaaktype <c>z</c>.</summary>
    public static Filter VanZaaktype(string naam, string voorwaarde) => Filter.Tekst(naam, "") with { Zin = InZaaktype(voorwaarde) };

    /// <summary>Whether it is published; published ones when the client does not say.</summary>
    public static Filter Status(string zin) => new("status", "", "=", static (tekst, _) => tekst switch
    {
        "concept" => 1L,
        "definitief" => 0L,
        "alles" => null,
        _ => throw new FormatException("Kies uit alles, concept, definitief."),
    })
    { Standaard = "definitief", Zin = zin };

    /// <summary>Valid on a day, the last one included (see the decision on eindeGeldigheid).</summary>
    public static Filter Geldig(string naam, string alias)
    {
        var zin = $"({alias}.begin_geldigheid <= $ AND ({alias}.einde_geldigheid IS NULL OR {alias}.einde_geldigheid >= $))";
        return Datum(naam) with { Zin = alias == "z" ? InZaaktype(zin) : zin };
    }

    public static Filter Datum(string naam) => Filter.Datum(naam, "", "").Single();

    /// <summary>Another type, by the URL of a version or by its name; the condition compares a text with <c>hex(id)</c> or the name.</summary>
    public static Filter Type(string naam, string pad, string zin) => new(naam, "", "=", (tekst, basissen) =>
        EigenUrls.Id(EigenUrls.Bewaar(tekst, basissen), pad)?.ToString("N").ToUpperInvariant() ?? tekst)
    { Zin = zin };

    public static Filter Keuze(string naam, string kolom, params string[] woorden) => new(naam, kolom, "=", (tekst, _) =>
        woorden.Contains(tekst) ? tekst : throw new FormatException($"Kies uit {string.Join(", ", woorden)}."));

    /// <summary>Has all of these words, separated by commas.</summary>
    public static Filter Trefwoorden(string naam) => new(naam, "", "=", static (tekst, _) => tekst.Split(','))
    {
        Zin = $"EXISTS (SELECT 1 FROM zaakgericht_typenamen n WHERE n.type = t.id AND n.soort = '{Typenamen.Trefwoord}' AND n.naam = $)",
    };

    public static string InZaaktype(string voorwaarde) => $"EXISTS (SELECT 1 FROM zaakgericht_zaaktypen z WHERE z.id = t.zaaktype AND {voorwaarde})";
}
