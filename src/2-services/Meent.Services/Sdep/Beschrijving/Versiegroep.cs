using Meent.Services.Sdep.Deelnemers;
using Meent.Services.Sdep.Fouten;
using Meent.Services.Sdep.Lijsten;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Sdep.Beschrijving;

/// <summary>What an endpoint reads and answers, for the description.</summary>
internal sealed record Bericht(string? Leest, string? Soort, int Status, string? Geeft, Filters? Filters, bool Zip, bool Open);

/// <summary>The API of one role in one version; each has a description of its own.</summary>
internal sealed class Versiegroep
{
    private const string Versiekop = "API-Version";

    private readonly RouteGroupBuilder _groep;

    private Versiegroep(IEndpointRouteBuilder routes, string pad, Rol rol, int versie)
    {
        (Rol, Versie, Pad) = (rol, versie, Diensten.Pad(Diensten.Sdep) + pad);
        _groep = routes.MapGroup(Pad).WithTags("SDEP");
        _groep.AddEndpointFilter((aanroep, volgende) =>
        {
            // Before the handler, so that refusals bear it too.
            aanroep.HttpContext.Response.Headers[Versiekop] = Volledig;
            aanroep.HttpContext.Response.Headers.CacheControl = "no-store";
            if (Versie == 0) Verouderd.Meld(aanroep.HttpContext);
            return volgende(aanroep);
        });
        _groep.AddEndpointFilter(Foutvertaler.Vang);
    }

    public Rol Rol { get; }

    public int Versie { get; }

    public string Pad { get; }

    public string Volledig => $"{Versie}.0.0";

    /// <summary>Begin of the names of its endpoints, which are unique on a node where those of the standard are not.</summary>
    private string Voorvoegsel => $"sdep_{Pad[(Diensten.Pad(Diensten.Sdep).Length + 1)..].Replace('/', '_')}_";

    public static Versiegroep Van(IEndpointRouteBuilder routes, Rol rol, int versie) => new(routes, $"/{rol.Naam()}/v{versie}", rol, versie);

    /// <summary>Of no role: the token endpoint, and the first version, where the version goes before the role.</summary>
    public static Versiegroep Van(IEndpointRouteBuilder routes, string pad, Rol rol, int versie) => new(routes, pad, rol, versie);

    public Operatie Lees(string pad, string naam, string wat, Func<HttpContext, Toelating, Task<IResult>> doe) => Maak(_groep.MapMethods(pad, [HttpMethods.Get, HttpMethods.Head], doe), naam, wat);

    public Operatie Post(string pad, string naam, string wat, Func<HttpContext, Toelating, Task<IResult>> doe) => Maak(_groep.MapPost(pad, doe), naam, wat);

    public Operatie Verwijder(string pad, string naam, string wat, Func<HttpContext, Toelating, Task<IResult>> doe) => Maak(_groep.MapDelete(pad, doe), naam, wat);

    /// <summary>The description; to be mapped after the endpoints that it describes.</summary>
    public void MapBeschrijving(string titel)
    {
        var document = new SdepDocument(titel, this, Voorvoegsel);
        _groep.MapGet("/openapi.json", (HttpContext http, EndpointDataSource bron) =>
            {
                // Other sites may read what this API can do (API Design Rules, /core/publish-openapi).
                http.Response.Headers.AccessControlAllowOrigin = "*";
                return Results.Text(document.Maak(bron.Endpoints, http.Organisatie()).ToJsonString(), "application/json");
            })
            .WithName(Voorvoegsel + "openapi").WithSummary("This description.").AllowAnonymous();
    }

    private Operatie Maak(RouteHandlerBuilder endpoint, string naam, string wat) => new(endpoint.WithName(Voorvoegsel + naam).WithSummary(wat).DisableAntiforgery());
}

/// <summary>An endpoint that is being described.</summary>
internal sealed class Operatie
{
    private Bericht _bericht = new(null, null, 200, null, null, false, false);

    public Operatie(RouteHandlerBuilder endpoint) => endpoint.Add(bouwer =>
    {
        bouwer.Metadata.Add(_bericht);
        if (_bericht.Open) bouwer.Metadata.Add(new AllowAnonymousAttribute());
    });

    public Operatie Leest(string schema, string soort = "application/json") => Zet(_bericht with { Leest = schema, Soort = soort });

    public Operatie Filtert(Filters filters) => Zet(_bericht with { Filters = filters });

    public Operatie Geeft(int status, string? schema = null) => Zet(_bericht with { Status = status, Geeft = schema });

    public Operatie GeeftZip() => Zet(_bericht with { Zip = true });

    /// <summary>Without a token.</summary>
    public Operatie Open() => Zet(_bericht with { Open = true });

    private Operatie Zet(Bericht bericht)
    {
        _bericht = bericht;
        return this;
    }
}
