using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Pijplijn.Lezen;

/// <summary>Which version of a resource a client asks for: the one of that number, the one that held at a moment, or the newest.</summary>
internal sealed record Versiekeuze(Versies Versies, int? Nummer, DateTimeOffset? Op)
{
    public static readonly string[] Parameters = ["versie", "registratieOp"];

    /// <returns>Null for the newest.</returns>
    /// <exception cref="Standards.Problemen.ProbleemException">400: not a number, not a moment.</exception>
    public static Versiekeuze? Lees(HttpRequest request, Resource resource)
    {
        if (resource.Versies is not { } versies) return null;
        if (request.Query.TryGetValue("versie", out var tekst))
        {
            return int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var nummer)
                ? new Versiekeuze(versies, nummer, null)
                : throw Weiger.Ongeldig("versie", "invalid", "Voer een getal in.");
        }

        if (!request.Query.TryGetValue("registratieOp", out tekst)) return null;
        return DateTimeOffset.TryParse(tekst, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var op)
            ? new Versiekeuze(versies, null, op)
            : throw Weiger.Ongeldig("registratieOp", "invalid", "Voer een geldige datumtijd in.");
    }

    /// <summary>Joins the version as alias <c>v</c>; the id of the resource is the first parameter.</summary>
    /// <param name="kolommen">Further columns that both tables have, besides those of the version and the authorisation filter.</param>
    public string Bron(Resource resource, params IEnumerable<string> kolommen)
    {
        var zicht = resource.Zichtbaarheid;
        var alle = string.Join(", ", [zicht.Typekolom!, zicht.Rangkolom!, Versies.Gereedkolom, "versie", "begin_registratie", "body", .. kolommen]);
        return $"(SELECT {alle} FROM {resource.Tabel} WHERE id = $1 UNION ALL SELECT {alle} FROM {Versies.Tabel} WHERE {Versies.Ouderkolom} = $1) v";
    }

    /// <summary>Condition and order that leave the one version.</summary>
    public string Voorwaarde(List<object?> args)
    {
        if (Nummer is not null || Op is not null) args.Add(Nummer is { } nummer ? nummer : Op);
        return (Nummer is not null ? $"v.versie = ${args.Count}" : Op is not null ? $"v.begin_registratie <= ${args.Count}" : "1 = 1") + " ORDER BY v.versie DESC LIMIT 1";
    }
}
