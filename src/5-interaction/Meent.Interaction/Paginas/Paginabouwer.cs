using Meent.Interaction.Toegang;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Interaction.Paginas;

/// <summary>What a page does with a request that was let in.</summary>
internal delegate Task<IResult> Behandeling(Verzoek verzoek);

/// <summary>The only way to map a page: none without the <see cref="Eis"/> that its visitors meet.</summary>
internal sealed class Paginabouwer(IEndpointRouteBuilder routes)
{
    public Paginagroep<TPaginas> Van<TPaginas>() where TPaginas : notnull => new(this);

    public IEndpointConventionBuilder Map(string pad, string methode, Eis eis, Paginasoort soort, Func<IServiceProvider, Behandeling> behandeling) =>
        routes.MapMethods(pad, methode == HttpMethods.Get ? [HttpMethods.Get, HttpMethods.Head] : [methode], http =>
                http.RequestServices.GetRequiredService<Portier>().Behandel(http, eis, soort, behandeling))
            .WithMetadata(eis)
            .WithDisplayName($"{methode} {pad} ({eis.Naam})");
}

/// <summary>Pages that share a class of handlers.</summary>
internal sealed class Paginagroep<TPaginas>(Paginabouwer paginas) where TPaginas : notnull
{
    public void Get(string pad, Eis eis, Func<TPaginas, Behandeling> behandeling) => Map(pad, HttpMethods.Get, eis, Paginasoort.Organisatie, behandeling);

    /// <summary>A form; refused without its antiforgery token.</summary>
    public void Post(string pad, Eis eis, Func<TPaginas, Behandeling> behandeling) => Map(pad, HttpMethods.Post, eis, Paginasoort.Formulier, behandeling);

    /// <summary>A form with a file that may be large, see <see cref="Uploadgrens"/>.</summary>
    public void PostBestand(string pad, Eis eis, Func<TPaginas, Behandeling> behandeling) => Map(pad, HttpMethods.Post, eis, Paginasoort.Bestand, behandeling);

    /// <summary>Also outside any organisation.</summary>
    public void Overal(string pad, Eis eis, Func<TPaginas, Behandeling> behandeling) => Map(pad, HttpMethods.Get, eis, Paginasoort.Overal, behandeling);

    /// <summary>For a machine, which has no session and no form.</summary>
    public void Machine(string pad, string methode, Eis eis, Func<TPaginas, Behandeling> behandeling) => Map(pad, methode, eis, Paginasoort.Machine, behandeling);

    private void Map(string pad, string methode, Eis eis, Paginasoort soort, Func<TPaginas, Behandeling> behandeling) =>
        paginas.Map(pad, methode, eis, soort, diensten => behandeling(diensten.GetRequiredService<TPaginas>()));
}

internal enum Paginasoort
{
    Organisatie,
    Formulier,
    Bestand,
    Overal,
    Machine,
}
