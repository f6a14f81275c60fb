using System.Text;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Uitvouwen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Pijplijn.Lezen;

/// <summary>
/// Reading the audit trail of a hoofdobject (ZGW, "Audittrail"): who may not see the object sees nothing of its trail either. A state in which it was
/// of another type, more secret, or not ready for publication yet, is left out for who might not have seen it then, as an older version is refused.
/// </summary>
internal static class Audittrail
{
    public const string Lezen = "audittrails.lezen";

    public static Task Lijst(HttpContext http, Resource resource, string parameter, Dienstverlening diensten) => Behandel(http, resource, parameter, een: false, diensten);

    public static Task Een(HttpContext http, Resource resource, string parameter, Dienstverlening diensten) =>
        Behandel(http, resource, parameter, een: true, diensten);

    private static async Task Behandel(HttpContext http, Resource resource, string parameter, bool een, Dienstverlening diensten)
    {
        var aanroep = await diensten.Aanroepen.Van(http);
        var bereik = aanroep.Eis(Lezen, resource);
        Query.Alleen(http.Request, []);
        Crs.Controleer(http, resource);
        var id = Adressering.Id(http, parameter);
        Guid? regel = een ? Adressering.Id(http) : null;
        var store = await diensten.Stores.Get(aanroep.Organisatie);
        using var buffer = new Buffer();
        var betrokkenen = new Dictionary<Resource, Betrokkenen>();
        var gevonden = await store.Snapshot(async session =>
        {
            await Zicht.Eis(session, resource, id, bereik);
            if (resource.Betrokkenekolom is { } kolom) Voeg(betrokkenen, resource, await session.One($"SELECT {kolom} FROM {resource.Tabel} t WHERE t.id = $1", row => row.TextOrNull(0), id));
            return await Schrijf(session, resource, id, regel, bereik, buffer, betrokkenen, diensten.Resources);
        }, http.RequestAborted);
        if (regel is not null && !gevonden) throw Weiger.NietGevonden();
        foreach (var ook in betrokkenen.Values) await ook.Vastleggen(diensten, aanroep, http.RequestAborted);
        http.Response.Headers["API-version"] = resource.ApiVersie;
        await Antwoord.Json(http, buffer, StatusCodes.Status200OK);
    }

    /// <returns>Whether there was a line.</returns>
    private static async ValueTask<bool> Schrijf(
        Session session, Resource resource, Guid id, Guid? regel, Bereik bereik, Buffer buffer, Dictionary<Resource, Betrokkenen> betrokkenen, Resources resources)
    {
        var basis = Encoding.UTF8.GetBytes(session.Store.Organisatie.Basis);
        var hoofdobject = resource.Url(id, null);
        var aantal = 0;
        if (regel is null) buffer.Schrijf("["u8);
        await session.Each(
            $"SELECT regel, resource_url, oud, nieuw, resource_id FROM {resource.Bron}_audittrail WHERE hoofdobject = $1{(regel is null ? "" : " AND id = $2")} ORDER BY id",
            row =>
            {
                if (aantal++ > 0) buffer.Schrijf(","u8);
                buffer.Kopieer(row.Span(0)[..^1], basis);
                buffer.Schrijf(",\"hoofdObject\":\""u8);
                buffer.Kopieer(Encoding.UTF8.GetBytes(hoofdobject), basis);
                buffer.Schrijf("\",\"resourceUrl\":\""u8);
                buffer.Kopieer(row.Span(1), basis);
                buffer.Schrijf("\",\"wijzigingen\":{"u8);
                // What there was not, is left out: the standard has no null here.
                var (oud, nieuw) = (IsTeZien(row, 2), IsTeZien(row, 3));
                if (oud) Stand(row, 2, "\"oud\":"u8, basis, buffer);
                if (oud && nieuw) buffer.Schrijf(","u8);
                if (nieuw) Stand(row, 3, "\"nieuw\":"u8, basis, buffer);
                buffer.Schrijf("}}"u8);
                // The states may tell of a person who is no part of it any more.
                if (resources.Vind(row.Text(1)) is not { Resource: var van }) return;
                if (oud) Voeg(betrokkenen, van, van.BetrokkenenIn(row.Span(2)));
                if (nieuw) Voeg(betrokkenen, van, van.BetrokkenenIn(row.Span(3)));
            },
            regel is null ? [hoofdobject] : [hoofdobject, regel]);
        if (regel is null) buffer.Schrijf("]"u8);
        return aantal > 0;

        bool IsTeZien(Row row, int kolom) => !row.IsNull(kolom)
            && ((bereik.Alles && !bereik.KijktNaarGereed(resource.Zichtbaarheid)) || row.Guid(4) != id || resource.Omvat(bereik, row.Span(kolom)));
    }

    private static void Voeg(Dictionary<Resource, Betrokkenen> betrokkenen, Resource resource, string? bsns)
    {
        if (bsns is null) return;
        if (!betrokkenen.TryGetValue(resource, out var wie)) betrokkenen[resource] = wie = new Betrokkenen(resource);
        wie.Voeg(bsns);
    }

    private static void Stand(Row row, int kolom, ReadOnlySpan<byte> naam, byte[] basis, Buffer buffer)
    {
        buffer.Schrijf(naam);
        buffer.Kopieer(row.Span(kolom), basis);
    }
}
