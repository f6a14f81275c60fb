using System.Text.Json;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;

namespace Meent.Services.Zaakgericht.Catalogi;

/// <summary>Computed members that show what a type is related to: gathered at read, since they depend on other rows and on the day.</summary>
internal static class Verwant
{
    /// <summary>Stands between names; no name can hold it.</summary>
    private const char Tussen = '\u001f';

    /// <summary>
    /// Which versions of another type <c>x</c> are shown (Catalogi 1.3.3, "De url's die moeten worden teruggegeven"): published and valid on the day. A
    /// concept, which is still being made, shows other concepts too.
    /// </summary>
    /// <param name="concept">SQL that is 1 when this one is a concept.</param>
    public static string Toonbaar(string concept = "t.concept") =>
        $"((x.concept = 0 AND x.begin_geldigheid <= '{{dag}}' AND (x.einde_geldigheid IS NULL OR x.einde_geldigheid >= '{{dag}}')) OR (x.concept = 1 AND {concept} = 1))";

    /// <summary>URLs of the rows of a query: its FROM and WHERE, in which <c>x</c> is the table of the others and <c>t</c> that of this resource.</summary>
    public static Berekend Urls(string veld, string pad, string van) =>
        new(veld, [$"(SELECT string_agg(hex(x.id), ',' ORDER BY x.id) FROM {van})"], w => $"[{string.Join(',', Ids(w[0]).Select(id => Url(pad, id)))}]");

    /// <summary>The different names of the rows of a query, in order.</summary>
    public static Berekend Namen(string veld, string naam, string van) =>
        new(veld, [$"(SELECT string_agg({naam}, '{Tussen}' ORDER BY {naam}) FROM {van})"], w => JsonSerializer.Serialize(Delen(w[0]).Distinct(), Vorm.Json));

    /// <summary>What a part of a zaaktype shows of it, out of one subquery.</summary>
    public static Berekend[] VanZaaktype { get; } =
    [
        new("zaaktypeIdentificatie", [Zaaktype], w => JsonSerializer.Serialize(Deel(w, 0), Vorm.Json)),
        new("catalogus", [Zaaktype], w => Url(Catalogipaden.Catalogussen, Guid.Parse(Deel(w, 1)!))),
    ];

    /// <summary>The dates of a part of a zaaktype: those of the zaaktype (Catalogi 1.3.3, "Datum beginGeldigheid en eindGeldigheid").</summary>
    public static Berekend[] Geldigheid { get; } =
    [
        new("beginGeldigheid", [Zaaktype], w => Datum(w, 2)), new("eindeGeldigheid", [Zaaktype], w => Datum(w, 3)),
        new("beginObject", [Zaaktype], w => Datum(w, 4)), new("eindeObject", [Zaaktype], w => Datum(w, 5)),
    ];

    /// <summary>
    /// The informatieobjecttype of a zaaktype-informatieobjecttype: the version to be shown, else the latest one, since the member must have a value; its
    /// omschrijving while there is none.
    /// </summary>
    public static Berekend Informatieobjecttype { get; } = new("informatieobjecttype",
        [
            $"""
            (SELECT hex(x.id) FROM zaakgericht_informatieobjecttypen x JOIN zaakgericht_zaaktypen z ON z.id = t.zaaktype
             WHERE x.catalogus = z.catalogus AND x.omschrijving = t.informatieobjecttype
             ORDER BY CASE WHEN {Toonbaar("z.concept")} THEN 0 ELSE 1 END, x.concept, x.begin_geldigheid DESC LIMIT 1)
            """,
            "informatieobjecttype",
        ],
        w => w[0] is string id ? Url(Catalogipaden.Informatieobjecttypen, Guid.Parse(id)) : JsonSerializer.Serialize((string)w[1]!, Vorm.Json));

    /// <summary>The relations of a zaaktype with others: each of their versions to be shown, with the nature of the relation.</summary>
    public static Berekend Gerelateerd(string veld) => new(veld,
        [
            "gerelateerd",
            $"""
            (SELECT string_agg(hex(x.id) || x.identificatie, '{Tussen}' ORDER BY x.id) FROM zaakgericht_zaaktypen x WHERE x.catalogus = t.catalogus
              AND x.identificatie IN (SELECT n.naam FROM zaakgericht_typenamen n WHERE n.type = t.id AND n.soort = '{Typenamen.Gerelateerd}')
              AND {Toonbaar()})
            """,
        ],
        w => Relaties((string)w[0]!, w[1]));

    private static string Relaties(string relaties, object? versies)
    {
        var perNaam = Delen(versies).ToLookup(deel => deel[32..], deel => Guid.Parse(deel.AsSpan(0, 32)));
        using var json = JsonDocument.Parse(relaties);
        var delen = json.RootElement.EnumerateArray().SelectMany(relatie =>
        {
            var naam = relatie.GetProperty("zaaktype").GetString()!;
            var rest = $",\"aardRelatie\":{relatie.GetProperty("aardRelatie").GetRawText()},\"toelichting\":{relatie.GetProperty("toelichting").GetRawText()}}}";
            return Typenamen.IsElders(naam)
                ? [$"{{\"zaaktype\":{JsonSerializer.Serialize(naam, Vorm.Json)},\"zaaktypeIdentificatie\":\"\"{rest}"]
                : perNaam[naam].Select(id => $"{{\"zaaktype\":{Url(Catalogipaden.Zaaktypen, id)},\"zaaktypeIdentificatie\":{JsonSerializer.Serialize(naam, Vorm.Json)}{rest}");
        });
        return $"[{string.Join(',', delen)}]";
    }

    public static string Url(string pad, Guid id) => $"\"{EigenUrls.Van(pad, id)}\"";

    /// <summary>Identificatie, catalogus, begin and einde, begin and end of the object.</summary>
    private static string Zaaktype => $"""
        (SELECT z.identificatie || '{Tussen}' || hex(z.catalogus) || '{Tussen}' || z.begin_geldigheid || '{Tussen}' || COALESCE(z.einde_geldigheid, '')
          || '{Tussen}' || COALESCE(z.begin_object, '') || '{Tussen}' || COALESCE(z.einde_object, '') FROM zaakgericht_zaaktypen z WHERE z.id = t.zaaktype)
        """;

    private static string? Deel(IReadOnlyList<object?> waarden, int nummer) => ((string)waarden[0]!).Split(Tussen)[nummer];

    private static string Datum(IReadOnlyList<object?> waarden, int nummer) => Deel(waarden, nummer) is { Length: > 0 } dag ? $"\"{dag}\"" : "null";

    private static string[] Delen(object? waarde) => waarde is string { Length: > 0 } tekst ? tekst.Split(Tussen) : [];

    private static IEnumerable<Guid> Ids(object? waarde) => waarde is string { Length: > 0 } tekst ? tekst.Split(',').Select(Guid.Parse) : [];
}
