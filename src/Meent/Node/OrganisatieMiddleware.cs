using Meent.Standards.Organisaties;

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

            return next(http);
        });
    }

    private static string? Slug(PathString pad, out PathString rest)
    {
        var tekst = pad.Value ?? "";
        var einde = tekst.IndexOf('/', Math.Min(1, tekst.Length));
        rest = einde < 0 ? PathString.Empty : new PathString(tekst[einde..]);
        return tekst.Length > 1 ? tekst[1..(einde < 0 ? tekst.Length : einde)] : null;
    }
}
