using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Microsoft.AspNetCore.Http;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Objecten.Records;

/// <summary>POST, PUT and PATCH of an object. Order of checks: who asks, coordinates, right to the type, shape, then the rules inside the write.</summary>
internal static class Schrijven
{
    public static async Task Maak(HttpContext http, Dienstverlening diensten)
    {
        var verzoek = await Begin(http, diensten);
        var json = await verzoek.Lees();
        if (!verzoek.Rechten.Alles) verzoek.Rechten.Eis(Objectinvoer.Genoemd(json) ?? throw Weiger.GeenRecht(), schrijven: true);
        var invoer = Objectinvoer.Lees(json, deels: false);
        var record = Nieuwrecord.Van(invoer.Record, [verzoek.Aanroep.Organisatie.Basis]);
        var id = EigenId.Lees(json) ?? Guid.CreateVersion7(verzoek.Nu);
        using var buffer = new Buffer();
        await verzoek.Store.Write(async session =>
        {
            await Objectopslag.Maak(session, id, invoer.Type!.Value, record, verzoek.Nu);
            return await Laatste(session, id, buffer, verzoek);
        }, verzoek.Stop);
        http.Response.Headers.Location = Objectvorm.Url(verzoek.Basis, id);
        await verzoek.Antwoord(buffer, StatusCodes.Status201Created);
    }

    public static async Task Wijzig(HttpContext http, bool deels, Dienstverlening diensten)
    {
        var verzoek = await Begin(http, diensten);
        var id = verzoek.Id();
        verzoek.Rechten.Eis(await verzoek.Store.Read(session => Objectopslag.Type(session, id), verzoek.Stop) ?? throw Weiger.NietGevonden(), schrijven: true);
        var json = await verzoek.Lees(verplicht: !deels);
        var invoer = Objectinvoer.Lees(json, deels);
        EigenId.Blijft(json, id);
        var basis = verzoek.Aanroep.Organisatie.Basis;
        using var buffer = new Buffer();
        await verzoek.Store.Write(async session =>
        {
            var rij = await Objectopslag.Pak(session, id) ?? throw Weiger.NietGevonden();
            await Lezen.EisOngewijzigd(session, id, verzoek);
            if (invoer.Type is { } type && type != rij.Type) throw Weiger.Ongeldig("type", "immutable-field", "Dit veld mag niet gewijzigd worden.");
            var oud = await Objectopslag.Laatste(session, id);
            var record = deels ? Nieuwrecord.Over(oud, invoer.Record, basis) : Nieuwrecord.Van(invoer.Record, [basis]);
            await Objectopslag.Wijzig(session, id, rij, oud, record, deels ? "partial_update" : "update", verzoek.Nu);
            return await Laatste(session, id, buffer, verzoek);
        }, verzoek.Stop);
        await verzoek.Antwoord(buffer);
    }

    private static async ValueTask<Objectverzoek> Begin(HttpContext http, Dienstverlening diensten)
    {
        var verzoek = await Objectverzoek.VanObjecten(http, diensten);
        Query.Alleen(http.Request, []);
        Crs.Controleer(http, stuurt: true);
        return verzoek;
    }

    /// <summary>What was written, also when it holds from a later day.</summary>
    private static async ValueTask<bool> Laatste(Session session, Guid id, Buffer buffer, Objectverzoek verzoek)
    {
        // A write may be tried again.
        buffer.Terug(0);
        await session.Each($"SELECT {Objectvorm.Kolommen} FROM objecten_records r WHERE r.object = $1 ORDER BY r.volgnummer DESC LIMIT 1", row => Objectvorm.Object(row, buffer, verzoek), id);
        return true;
    }
}
