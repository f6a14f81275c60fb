using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Logboek.Verwerkingenlogging;

/// <summary>Who asks, and whether they may for confidential actions too (scopes <c>read:normal</c>, <c>read:confidential</c> …).</summary>
internal sealed record Actierechten(Aanroep Aanroep, bool OokVertrouwelijk)
{
    private const string Versie = "0.9.0";

    /// <param name="daad"><c>create</c>, <c>read</c>, <c>update</c> or <c>delete</c>.</param>
    public static async ValueTask<Actierechten> Open(HttpContext http, Aanroepen aanroepen, string daad)
    {
        http.Response.Headers["API-Version"] = Versie;
        if (!http.Organisatie().Diensten.Contains(Diensten.Logboek)) throw Weiger.NietGevonden();
        var aanroep = await aanroepen.VanMetToken(http);
        if (aanroep.Peer is not null) throw Weiger.GeenRecht("Deze API is voor de eigen organisatie.");
        // Standard clients know no purposes and are held to their scopes; the own layers say what it is for.
        if (aanroep.IsIntern) aanroep.VereisDoel(Diensten.Logboek, "inzage");
        var vertrouwelijk = Rechten.BereikOfNiets(aanroep, $"{daad}:confidential", Zichtbaarheid.Iedereen) is not null;
        if (!vertrouwelijk) aanroep.Bereik($"{daad}:normal", Zichtbaarheid.Iedereen);
        return new Actierechten(aanroep, vertrouwelijk);
    }

    /// <exception cref="Standards.Problemen.ProbleemException">403: it is confidential, and the caller may not for that.</exception>
    public void Vereis(string vertrouwelijkheid)
    {
        if (!OokVertrouwelijk && vertrouwelijkheid != Verwerkingsactie.Normaal) throw Weiger.GeenRecht("Voor vertrouwelijke verwerkingen is een andere scope nodig.");
    }
}
