using Meent.Configuratie;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Node;

/// <summary>
/// Finds the organisation that a request is for, by the first part of its path or by the host name of its own base URL, and puts it on the
/// request; components then map their paths without it.
/// </summary>
internal static class OrganisatieMiddleware
{
    public static void UseOrganisatie(this IApplicationBuilder app)
    {
        var organisaties = app.ApplicationServices.GetRequiredService<OrganisatieLijst>();
        var opHost = organisaties.Alle.Select(o => (Organisatie: o, Uri: new Uri(o.Basis))).Where(o => o.Uri.AbsolutePath == "/")
            .ToDictionary(o => o.Uri.Authority, o => o.Organisatie, StringComparer.OrdinalIgnoreCase);
        var schema = organisaties.Alle.ToDictionary(o => o, o => new Uri(o.Basis).Scheme);
        var knooppunt = new Uri(app.ApplicationServices.GetRequiredService<MeentOptions>().Basis).Scheme;
        app.Use((http, next) =>
        {
            if (Slug(http.Request.Path, out var rest) is { } slug && organisaties.Vind(slug) is { } organisatie)
            {
                http.Request.PathBase = http.Request.PathBase.Add("/" + slug);
                http.Request.Path = rest;
                http.ZetOrganisatie(organisatie);
            }
            else if (opHost.TryGetValue(http.Request.Host.Value ?? "", out var eigenaar))
            {
                http.ZetOrganisatie(eigenaar);
            }

            // TLS ends at a proxy; that visitors come over https, and cookies go over nothing else, configuration says and no header.
            http.Request.Scheme = http.OrganisatieOfNiets() is { } van ? schema[van] : knooppunt;
            return http.OrganisatieOfNiets() is { } gevonden && NietHier(gevonden, http.Request.Path) ? ProbleemSchrijver.Schrijf(http, NietGevonden) : next(http);
        });
    }

    private static readonly Probleem NietGevonden = new(404, "not_found", "Niet gevonden.", "Deze organisatie heeft deze dienst niet zelf.");

    /// <summary>A service that the organisation does not keep itself: there are no tables for it in its database.</summary>
    private static bool NietHier(Organisatie organisatie, PathString pad) =>
        Diensten.Alle.FirstOrDefault(dienst => pad.StartsWithSegments(Diensten.Pad(dienst))) is { } dienst && !organisatie.Diensten.Contains(dienst);

    private static string? Slug(PathString pad, out PathString rest)
    {
        var tekst = pad.Value ?? "";
        var einde = tekst.IndexOf('/', Math.Min(1, tekst.Length));
        rest = einde < 0 ? PathString.Empty : new PathString(tekst[einde..]);
        return tekst.Length > 1 ? tekst[1..(einde < 0 ? tekst.Length : einde)] : null;
    }
}
