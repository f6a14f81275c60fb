using Meent.Data.Opslag;
using Meent.Services.Brk.Model;
using Meent.Services.HaalCentraal;
using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Brk;

/// <summary>Stukken with their parts: what the registration follows from. They name no persons.</summary>
internal static class StukkenApi
{
    public static void MapStukken(this RouteGroupBuilder brk)
    {
        brk.MapGet("/stukken/{stukIdentificatie}", Stuk).WithName("GetStuk").WithTags("Stukken").WithSummary("Een stuk.").Produces<Stuk>(200, Hal.Mediatype);
        brk.MapGet("/stukdelen/{stukdeelIdentificatie}", Stukdeel).WithName("GetStukdeel").WithTags("Stukken").WithSummary("Een deel van een stuk.").Produces<Stukdeel>(200, Hal.Mediatype);
    }

    private static async Task<IResult> Stuk(string stukIdentificatie, HttpContext http, Aanroepen aanroepen, Stores stores)
    {
        var aanroep = await Brkverzoek.Begin(http, aanroepen);
        var (velden, uitbreiding) = Lees(http, aanroep, Brkvelden.Stukken, Brkvelden.BijStuk);
        var regel = await (await stores.Get(aanroep.Organisatie)).Read(session => session.VindStuk(stukIdentificatie), http.RequestAborted) ?? throw Brkverzoek.BestaatNiet("stuk");
        return Hal.Antwoord(Brkantwoord.Tekst(new Brkantwoord(aanroep.Organisatie).Stuk(regel, velden, uitbreiding)));
    }

    private static async Task<IResult> Stukdeel(string stukdeelIdentificatie, HttpContext http, Aanroepen aanroepen, Stores stores)
    {
        var aanroep = await Brkverzoek.Begin(http, aanroepen);
        var (velden, uitbreiding) = Lees(http, aanroep, Brkvelden.Stukdelen, Brkvelden.BijStukdeel);
        var regel = await (await stores.Get(aanroep.Organisatie)).Read(session => session.VindStukBijDeel(stukdeelIdentificatie), http.RequestAborted) ?? throw Brkverzoek.BestaatNiet("stukdeel");
        return Hal.Antwoord(Brkantwoord.Tekst(new Brkantwoord(aanroep.Organisatie).Stukdeel(regel, stukdeelIdentificatie, velden, uitbreiding)));
    }

    private static (Veldkeuze Velden, Uitbreiding Uitbreiding) Lees(HttpContext http, Aanroep aanroep, Resourcevelden resource, IReadOnlyDictionary<string, Resourcevelden> kan)
    {
        var lezer = new Parameterlezer(http.Request.Query, new HashSet<string> { Veldkeuze.Parameter, Uitbreiding.Parameter });
        var velden = Veldkeuze.Lees(http.Request.Query, lezer, resource);
        var uitbreiding = Uitbreiding.Lees(http.Request.Query, lezer, kan);
        lezer.Klaar();
        velden.Controleer(aanroep.Doel!, Diensten.Brk, Brkvelden.GeenRecht);
        uitbreiding.Controleer(aanroep.Doel!);
        return (velden, uitbreiding);
    }
}
