using System.Globalization;
using Meent.Services.Personen.Vraag;

namespace Meent.Services.Personen.Opslag;

/// <summary>
/// The parameters of a search as conditions. Persons whose list was put away as wrong (F) or erased (W) are never found, the deceased (O) only when that was
/// asked.
/// </summary>
internal sealed class Zoekvoorwaarden
{
    // After every text that begins with what stands before it, in byte order.
    private const string Laatste = "\U0010FFFF";

    private readonly List<string> _delen = [];
    private readonly List<object?> _argumenten = [];

    public Zoekvoorwaarden(IReadOnlyDictionary<Parameter, string> zoek)
    {
        foreach (var (parameter, waarde) in zoek.Where(p => p.Key != Parameter.InclusiefOverledenPersonen)) _delen.Add(Voorwaarde(parameter.Naam, waarde));
        var ookOverleden = zoek.TryGetValue(Parameter.InclusiefOverledenPersonen, out var ook) && bool.Parse(ook);
        _delen.Add($"(opschorting IS NULL OR opschorting NOT IN ('F', 'W'{(ookOverleden ? "" : ", 'O'")}))");
    }

    public string Tekst => string.Join(" AND ", _delen);

    public IReadOnlyList<object?> Argumenten => _argumenten;

    private string Voorwaarde(string parameter, string waarde) => parameter switch
    {
        "geslachtsnaam" or "voornamen" => Naam(parameter, waarde),
        "straat" => $"({Naam("straat", waarde)} OR {Naam("openbareruimte", waarde)})",
        "voorvoegsel" => Gelijk("voorvoegsel", Zoektekst.Klein(waarde)),
        "geslacht" => Gelijk("geslacht", waarde.ToUpperInvariant()),
        "geboortedatum" => Gelijk("geboortedatum", waarde.Replace("-", "", StringComparison.Ordinal)),
        "gemeenteVanInschrijving" => Gelijk("gemeente", waarde),
        "postcode" => Gelijk("postcode", waarde.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()),
        "huisnummer" => Gelijk("huisnummer", long.Parse(waarde, CultureInfo.InvariantCulture)),
        "huisletter" => Gelijk("huisletter", Zoektekst.Klein(waarde)),
        "huisnummertoevoeging" => Gelijk("toevoeging", Zoektekst.Klein(waarde)),
        "nummeraanduidingIdentificatie" => Gelijk("nummeraanduiding", waarde),
        "adresseerbaarObjectIdentificatie" => Gelijk("adresseerbaarobject", waarde),
        _ => throw new ArgumentException($"{parameter} is geen zoekparameter.", nameof(parameter)),
    };

    // What was typed without diacritics finds names with and without; with them, only names that have them too.
    private string Naam(string kolom, string waarde)
    {
        var (klein, kaal) = (Zoektekst.Klein(waarde), Zoektekst.Kaal(waarde));
        return klein == kaal ? Tekstdeel($"{kolom}_kaal", kaal) : $"({Tekstdeel($"{kolom}_kaal", kaal)} AND {Tekstdeel(kolom, klein)})";
    }

    private string Tekstdeel(string kolom, string tekst)
    {
        if (tekst.EndsWith('*')) return $"({kolom} >= {Arg(tekst[..^1])} AND {kolom} < {Arg(tekst[..^1] + Laatste)})";
        // The pattern of the parameter lets no % or _ through.
        return tekst.StartsWith('*') ? $"{kolom} LIKE {Arg("%" + tekst[1..])}" : Gelijk(kolom, tekst);
    }

    private string Gelijk(string kolom, object waarde) => $"{kolom} = {Arg(waarde)}";

    private string Arg(object waarde)
    {
        _argumenten.Add(waarde);
        return $"${_argumenten.Count}";
    }
}
