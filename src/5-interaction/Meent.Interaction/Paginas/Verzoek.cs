using Meent.Interaction.Onderdelen;
using Meent.Interaction.Taal;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Interaction.Paginas;

/// <summary>One request for a page, with what every page needs: organisation, visitor, language.</summary>
internal sealed class Verzoek(HttpContext http, Organisatie? organisatie, Bezoeker? bezoeker)
{
    private string? _antiforgery;

    public HttpContext Http { get; } = http;
    public Bezoeker? Bezoeker { get; } = bezoeker;
    public Tekst T { get; } = http.Taal();
    public CancellationToken Stop => Http.RequestAborted;

    /// <summary>Null on the pages of the landscape, which belong to no organisation.</summary>
    public Organisatie? OrganisatieOfNiets { get; } = organisatie;

    public Organisatie Organisatie => OrganisatieOfNiets ?? throw new InvalidOperationException("Deze pagina hoort niet bij een organisatie.");

    /// <summary>The visitor, whom the page's <see cref="Eis"/> has already let in.</summary>
    public Belanghebbende Belanghebbende => (Belanghebbende)Bezoeker!;

    public Inwoner Inwoner => (Inwoner)Bezoeker!;

    public Medewerker Medewerker => (Medewerker)Bezoeker!;

    /// <summary>Path without the organisation, such as <c>/mijn/verhuur</c>.</summary>
    public string Pad => Http.Request.Path.HasValue ? Http.Request.Path.Value! : "/";

    /// <summary>Hidden field of every form.</summary>
    public string Antiforgery =>
        _antiforgery ??= Http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(Http).RequestToken!;

    /// <summary>For whom and for what data is asked.</summary>
    public Namens Namens(string doel) =>
        new(Organisatie.Slug, Organisatie.Verwerkingsactiviteit(doel), Bezoeker is Medewerker m ? m.Id : "burger");

    /// <summary>The address of a page of this organisation.</summary>
    public string Url(string pad) => Http.Request.PathBase.Add(pad.Split('?')[0]) + (pad.Contains('?', StringComparison.Ordinal) ? pad[pad.IndexOf('?', StringComparison.Ordinal)..] : "");

    /// <summary>Path of the own site from a query parameter; null for anything that could lead elsewhere.</summary>
    public string? LokaalPad(string parameter) =>
        (string?)Http.Request.Query[parameter] is { Length: > 0 and < 400 } pad && pad[0] == '/' && !pad.StartsWith("//", StringComparison.Ordinal) && !pad.Contains('\\', StringComparison.Ordinal)
            && pad.All(c => c is > ' ' and < (char)127) ? pad : null;

    public string? Route(string naam) => (string?)Http.Request.RouteValues[naam];

    /// <summary>See-other, so that going back never sends a form twice.</summary>
    public IResult GaNaar(string pad) => new GaNaarAntwoord(Url(pad));

    public IResult Toon<TScherm>(object? model, int status = StatusCodes.Status200OK) where TScherm : IComponent =>
        new SchermAntwoord(typeof(TScherm), this, model, status);

    public IResult Fout(int status, string titel, string tekst) => Toon<Foutscherm>(new Foutmelding(status, titel, tekst), status);

    public IResult NietGevonden() => Fout(
        StatusCodes.Status404NotFound,
        T["Deze pagina bestaat niet", "This page does not exist"],
        T["Misschien is het adres verkeerd getypt, of is de pagina verplaatst.", "Perhaps the address was mistyped, or the page has moved."]);
}

internal sealed record Foutmelding(int Status, string Titel, string Tekst);
