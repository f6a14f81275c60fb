using System.Globalization;
using Meent.Services.Objecten.Rechten;
using Meent.Services.Objecten.Records;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Model;
using NetTopologySuite.Geometries;

namespace Meent.Services.Objecten.Lijsten;

/// <summary>What a list or a search of objects asks, as conditions on alias <c>r</c> with their values.</summary>
internal sealed class Objectvraag
{
    public static readonly string[] Filters = ["type", "typeVersion", "data_attr", "data_attrs", "data_icontains", Peildag.Materieel, Peildag.Formeel, "ordering", Weergave.Parameter];

    private readonly List<object?> _args = [];

    /// <param name="parameters">Of the query, or of the body of a search; <c>data_attr</c> may come more than once.</param>
    /// <param name="zone">Only what lies within it; null for everywhere.</param>
    /// <exception cref="Standards.Problemen.ProbleemException">400: something cannot be asked so, or tells what the caller may not see.</exception>
    public Objectvraag(ILookup<string, string> parameters, Geometry? zone, Objectverzoek verzoek)
    {
        string? Een(string naam) => parameters[naam].LastOrDefault(waarde => waarde.Length > 0);
        List<string> waar = [];
        Blad = Vraag.Blad(parameters.Where(p => p.Key is "page" or "pageSize" or "cursor").ToDictionary(p => p.Key, p => p.Last()));
        Velden = Een(Weergave.Parameter);
        Zone = zone;
        Type = Een("type") is { } url ? Typevan(url) : null;
        waar.Add(Peildag.Lees(Een(Peildag.Materieel), Een(Peildag.Formeel), verzoek.Vandaag).Zin(_args));
        if (verzoek.Rechten.Leesbaar.Voorwaarde(Typerechten.Zicht, _args) is { Length: > 0 } recht) waar.Add(recht);
        if (Type is { } type) waar.Add($"r.objecttype = {Arg(type)}");
        if (Een("typeVersion") is { } versie) waar.Add($"r.typeversie = {Arg(Getal(versie))}");

        List<Datafilter> filters = [.. parameters["data_attr"].Select(Datafilter.Lees), .. Een("data_attrs") is { } oud ? Datafilter.LeesAlle(oud).Take(MeesteVoorwaarden + 1) : []];
        if (filters.Count > MeesteVoorwaarden) throw Weiger.Ongeldig("data_attr", "invalid-data-attr-query", $"Ten hoogste {MeesteVoorwaarden} voorwaarden.");
        waar.AddRange(filters.Select(filter => filter.Zin(_args)));
        if (Een("data_icontains") is { } tekst)
        {
            Datafilter.Controleer(tekst, "data_icontains");
            // Linear in the objects that the other conditions leave: no index knows a part of a text.
            waar.Add($@"r.zoektekst LIKE {Arg(Datafilter.Ergens(tekst))} ESCAPE '\'");
        }

        if (zone is not null)
        {
            var vak = Vak.Van(zone);
            waar.Add($"r.geo_x1 >= {Arg(vak.X1)} AND r.geo_x2 <= {Arg(vak.X2)} AND r.geo_y1 >= {Arg(vak.Y1)} AND r.geo_y2 <= {Arg(vak.Y2)}");
        }

        IReadOnlyList<string> gebruikt =
        [
            .. filters.Select(f => f.Veld), .. Volgorde.Namen(Een("ordering")), .. Een("data_icontains") is null ? [] : new[] { "record__data" }, .. zone is null ? [] : new[] { "record__geometry" },
        ];
        if (gebruikt.Where(veld => verzoek.Rechten.Verbergt(veld, Type)).ToList() is { Count: > 0 } verborgen)
            throw Weiger.Ongeldig("nonFieldErrors", "invalid", $"Zoeken of sorteren kan niet op velden die u niet mag zien: {string.Join(", ", verborgen)}.");
        if (gebruikt.Count > 0 && verzoek.Rechten.Getoond(_args) is { Length: > 0 } getoond) waar.Add(getoond);
        Voorwaarde = string.Join(" AND ", waar);
        Filterargs = [.. _args];
        Volgorde = Volgorde.Lees(Een("ordering"), _args);
    }

    private const int MeesteVoorwaarden = 50;

    public Vraag Blad { get; }

    /// <summary>The members to be shown; null for all.</summary>
    public string? Velden { get; }

    public Geometry? Zone { get; }

    /// <summary>The type that was asked for; it may not exist.</summary>
    public Guid? Type { get; }

    public Volgorde Volgorde { get; }

    public string Voorwaarde { get; }

    /// <summary>The values of <see cref="Voorwaarde"/> alone.</summary>
    public object?[] Filterargs { get; }

    /// <summary>All values, those of the order too.</summary>
    public object?[] Args => [.. _args];

    /// <summary>The keys of the page, in their order.</summary>
    public (string Sql, object?[] Args) Sleutels()
    {
        var args = _args.ToList();
        var na = "";
        if (Blad.Cursor is { } cursor && Volgorde.IsVast)
        {
            args.Add(cursor.Id);
            na = $" AND r.id < ${args.Count}";
        }

        var deel = Volgorde.IsVast ? Bladzijde.Deel(Blad) : Bladzijde.Deel(Blad with { Cursor = null });
        return ($"SELECT r.id AS id{Volgorde.Kies} FROM objecten_records r{Volgorde.Erbij} WHERE {Voorwaarde}{na} ORDER BY {Volgorde.Sorteer("r.id")} {deel}", [.. args]);
    }

    private string Arg(object waarde) => Datafilter.Arg(_args, waarde);

    private static Guid Typevan(string url) => url.Length > 1000
        ? throw Weiger.Ongeldig("type", "max_length", "De waarde heeft te veel tekens.")
        : Typeurl.Id(url) ?? throw Weiger.Ongeldig("type", "invalid", "Ongeldige waarde.");

    private static int Getal(string tekst) =>
        int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var getal) ? getal : throw Weiger.Ongeldig("typeVersion", "invalid", "Voer een getal in.");
}
