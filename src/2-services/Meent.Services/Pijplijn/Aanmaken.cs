using System.Text.Json;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Data.Outbox;
using Meent.Services.Logboek;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Identificaties;
using Microsoft.AspNetCore.Http;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Pijplijn;

/// <summary>
/// POST of a resource. Order of checks: scope, shape, then the rules inside the write. One transaction: row, links of parents, count, audit trail and
/// event; the answer leaves after the commit.
/// </summary>
internal static class Aanmaken
{
    public static async Task Behandel<T>(HttpContext http, Resource<T> resource, Dienstverlening diensten) where T : class
    {
        var aanroep = await diensten.Aanroepen.Van(http);
        var bereik = aanroep.Eis(resource.ScopeAanmaken!, resource);
        Query.Alleen(http.Request, []);
        using var json = await Inhoud.Lees(http);
        var model = Vorm.Lees<T>(json.RootElement, [aanroep.Organisatie.Basis]);
        var store = await diensten.Stores.Get(aanroep.Organisatie);
        await diensten.Nummers.Vul(store, resource.Bron, http.RequestAborted);
        var toelichting = http.Request.Headers["X-Audit-Toelichting"].ToString();
        var nu = diensten.Klok.GetUtcNow();

        var id = await store.Write(session => Schrijf(session, resource, new(resource, aanroep, Guid.CreateVersion7(nu), model, null, 1, nu, voorvoegsel => diensten.Nummers.Volgende(store, resource.Bron, voorvoegsel)), bereik, toelichting, diensten), http.RequestAborted);

        using var buffer = new Buffer();
        http.Response.Headers.ETag = await LeesEen.Haal(store, resource, id, Bereik.Volledig, buffer, http);
        http.Response.Headers["API-version"] = resource.ApiVersie;
        http.Response.Headers.Location = $"{aanroep.Organisatie.Basis}{resource.Pad}/{id:D}";
        await Antwoord.Json(http, buffer, StatusCodes.Status201Created);
    }

    public static async ValueTask<Guid> Schrijf<T>(
        Session session, Resource<T> resource, Schrijven<T> schrijven, Bereik bereik, string toelichting, Dienstverlening diensten) where T : class
    {
        // Permission on the type before the other rules: who may not see a zaak learns nothing about it.
        var ouder = resource.VanOuder is null ? default : await resource.VanOuder(schrijven.Model, session);
        if (resource.VanOuder is not null && !bereik.Omvat(ouder.Type, ouder.Rang)) throw Weiger.GeenRecht();
        schrijven = schrijven with { Model = await resource.Regels(schrijven, session) };
        var kolommen = resource.Kolommen.Select(k => k.Waarde(schrijven.Model)).ToList();
        var (type, rang) = resource.VanOuder is null ? Sleutel(resource, kolommen) : ouder;
        if (!bereik.Omvat(type, rang)) throw Weiger.GeenRecht("U heeft geen rechten voor objecten van dit type.");
        if (resource.VanOuder is not null) kolommen.AddRange([type, rang]);

        var body = Vorm.Bewaar(schrijven.Model, resource.Pad, schrijven.Id, resource.MetUuid);
        try
        {
            await session.Execute(Invoegen(resource), [schrijven.Id, new Utf8Text(body), .. kolommen]);
        }
        catch (UniqueConflictException dubbel)
        {
            throw resource.BijDubbel(dubbel);
        }

        await resource.Gevolgen(schrijven, session);
        if (resource.Betrokkenekolom is { } kolom && kolommen[resource.Kolommen.TakeWhile(k => k.Naam != kolom).Count()] is string bsn)
        {
            await session.Logboek(diensten.Logboek.Regel(
                schrijven.Aanroep, $"{resource.Naam} vastgelegd", Betrokkene.Van(Bsn.Parse(bsn)), schrijven.Aanroep.Activiteit, [$"{resource.Dienst}:{resource.Meervoud}"]));
        }

        await Tellingen.Wijzig(session, resource, type, rang, 1);
        session.AfterCommit(() => diensten.Vouwer.Geschreven(session.Store, Tellingen.Tabel(resource)));
        if (resource.Melding is null) return schrijven.Id;

        var melding = await resource.Melding(schrijven, session);
        await Audit.Schrijf(session, resource, schrijven, melding.Hoofdobject, "create", StatusCodes.Status201Created, body, toelichting);
        await session.Outbox(new Gebeurtenis(
            melding.Kanaal, melding.Hoofdobject, melding.Versie, resource.Naam, EigenUrls.Van(resource.Pad, schrijven.Id), "create", schrijven.Nu, melding.Kenmerken));
        return schrijven.Id;
    }

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<Resource, string> Invoegzinnen = [];

    private static (Guid Type, long Rang) Sleutel<T>(Resource<T> resource, List<object?> kolommen) where T : class
    {
        object? Waarde(string? naam) => naam is null ? null : kolommen[resource.Kolommen.TakeWhile(k => k.Naam != naam).Count()];
        return (Waarde(resource.Zichtbaarheid.Typekolom) as Guid? ?? Guid.Empty, Convert.ToInt64(Waarde(resource.Zichtbaarheid.Rangkolom) ?? 0L, null));
    }

    private static string Invoegen<T>(Resource<T> resource) where T : class =>
        Invoegzinnen.GetOrAdd(resource, static resource =>
        {
            string[] namen = [.. ((Resource<T>)resource).Kolommen.Select(k => k.Naam), .. ((Resource<T>)resource).VanOuder is null ? [] : new[] { resource.Zichtbaarheid.Typekolom!, resource.Zichtbaarheid.Rangkolom! }];
            return $"INSERT INTO {resource.Tabel} (id, version, vorm, body{string.Concat(namen.Select(n => ", " + n))}) VALUES ($1, 1, 1, $2{string.Concat(namen.Select((_, i) => $", ${i + 3}"))})";
        });
}
