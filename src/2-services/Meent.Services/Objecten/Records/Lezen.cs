using Meent.Data.Opslag;
using Meent.Services.Objecten.Lijsten;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Mutaties;
using Microsoft.AspNetCore.Http;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Objecten.Records;

/// <summary>GET and HEAD of one object, and of its records.</summary>
internal static class Lezen
{
    private static readonly string[] Parameters = [Peildag.Materieel, Peildag.Formeel, Weergave.Parameter];

    public static async Task Een(HttpContext http, Dienstverlening diensten)
    {
        var (verzoek, id) = await Begin(http, Parameters, diensten);
        var vraag = http.Request.Query;
        var dag = Peildag.Lees(vraag[Peildag.Materieel], vraag[Peildag.Formeel], verzoek.Vandaag);
        using var buffer = new Buffer();
        var weergave = new Weergave(verzoek, buffer, vraag[Weergave.Parameter]);
        await verzoek.Store.Snapshot(async session =>
        {
            await Eis(session, id, verzoek);
            return await Toon(session, id, dag, weergave);
        }, verzoek.Stop);
        if (buffer.Lengte == 0) throw Weiger.NietGevonden();
        weergave.Meld();
        await verzoek.Antwoord(buffer);
    }

    public static async Task Geschiedenis(HttpContext http, Dienstverlening diensten)
    {
        var (verzoek, id) = await Begin(http, ["page", "pageSize"], diensten);
        var parameters = Vraag.Parameters(http.Request.Query);
        var blad = Vraag.Blad(parameters);
        using var buffer = new Buffer();
        await verzoek.Store.Snapshot(async session =>
        {
            await EisGeheel(session, id, verzoek);
            var bladzijde = new Bladzijde(blad, await session.One("SELECT COUNT(*) FROM objecten_records WHERE object = $1", row => row.Long(0), id), buffer);
            bladzijde.Begin();
            await session.Each($"SELECT {Objectvorm.Kolommen} FROM objecten_records r WHERE r.object = $1 ORDER BY r.volgnummer {Bladzijde.Deel(blad)}", row =>
            {
                bladzijde.Rij();
                Objectvorm.Record(row, buffer, verzoek, metVerwijzingen: false);
            }, id);
            bladzijde.Einde($"{Objectvorm.Url(verzoek.Basis, id)}/history", parameters);
            return true;
        }, verzoek.Stop);
        await Antwoord.Json(http, buffer, StatusCodes.Status200OK);
    }

    public static async Task Record(HttpContext http, Dienstverlening diensten)
    {
        var (verzoek, id) = await Begin(http, [], diensten);
        var nummer = verzoek.Nummer("index");
        using var buffer = new Buffer();
        await verzoek.Store.Snapshot(async session =>
        {
            await EisGeheel(session, id, verzoek);
            await session.Each($"SELECT {Objectvorm.Kolommen} FROM objecten_records r WHERE r.object = $1 AND r.volgnummer = $2",
                row => Objectvorm.Record(row, buffer, verzoek, metVerwijzingen: false), id, nummer);
            return true;
        }, verzoek.Stop);
        if (buffer.Lengte == 0) throw Weiger.NietGevonden();
        await verzoek.Antwoord(buffer);
    }

    /// <summary>For who changes only what it has read (<c>If-Match</c>): the object is what a GET of today shows.</summary>
    /// <exception cref="Standards.Problemen.ProbleemException">412: it was changed since.</exception>
    public static async ValueTask EisOngewijzigd(Session session, Guid id, Objectverzoek verzoek)
    {
        var ifMatch = verzoek.Http.Request.Headers.IfMatch.ToString();
        if (ifMatch.Length == 0) return;
        using var buffer = new Buffer();
        await Toon(session, id, Peildag.Lees(null, null, verzoek.Vandaag), new Weergave(verzoek, buffer, null));
        IfMatch.Eis(ifMatch, buffer.Lengte == 0 ? null : ETag.VanInhoud(buffer.Inhoud.Span));
    }

    private static async ValueTask<bool> Toon(Session session, Guid id, Peildag dag, Weergave weergave)
    {
        List<object?> args = [id];
        await session.Each($"SELECT {Objectvorm.Kolommen} FROM objecten_records r WHERE r.object = $1 AND {dag.Zin(args)}", weergave.Object, [.. args]);
        return true;
    }

    private static async ValueTask<(Objectverzoek Verzoek, Guid Id)> Begin(HttpContext http, IReadOnlyCollection<string> parameters, Dienstverlening diensten)
    {
        var verzoek = await Objectverzoek.VanObjecten(http, diensten);
        Query.Alleen(http.Request, parameters);
        Crs.Controleer(http, stuurt: false);
        return (verzoek, verzoek.Id());
    }

    /// <exception cref="Standards.Problemen.ProbleemException">404: there is no such object; 403: not for this caller.</exception>
    private static async ValueTask<Guid> Eis(Session session, Guid id, Objectverzoek verzoek)
    {
        var type = await Objectopslag.Type(session, id) ?? throw Weiger.NietGevonden();
        verzoek.Rechten.Eis(type, schrijven: false);
        return type;
    }

    /// <summary>As <see cref="Eis"/>, for what cannot be shown in part: who sees some members only has no right to the records.</summary>
    private static async ValueTask EisGeheel(Session session, Guid id, Objectverzoek verzoek)
    {
        if (verzoek.Rechten.Velden(await Eis(session, id, verzoek), 0) is not null) throw Weiger.GeenRecht();
    }
}
