using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Zaakgericht.Zaken;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Zaakgericht.Catalogi.Beheer;

/// <summary>What is asked: zaken of one version of a zaaktype go to another version of it.</summary>
/// <param name="Van">URL of the version that they have.</param>
/// <param name="Naar">URL of the version that they get.</param>
/// <param name="Zaken">URLs; null for all open ones.</param>
/// <param name="Tegenhangers">Which part of the new version takes the place of which, where the name does not tell.</param>
/// <param name="Toelichting">For the audit trail.</param>
internal sealed record Verhuisopdracht(string Van, string Naar, IReadOnlyList<string>? Zaken = null, IReadOnlyList<Tegenhanger>? Tegenhangers = null, string? Toelichting = null);

/// <param name="Van">URL of a statustype, resultaattype, roltype, eigenschap or zaakobjecttype of the old version.</param>
/// <param name="Naar">URL of its counterpart.</param>
internal sealed record Tegenhanger(string Van, string Naar);

/// <param name="Verhuisd">How many zaken went.</param>
/// <param name="Geweigerd">Zaken that a rule keeps where they are.</param>
internal sealed record Verhuisresultaat(int Verhuisd, IReadOnlyList<Gebleven> Geweigerd);

internal sealed record Gebleven(string Zaak, string Reden);

/// <summary>
/// POST /zaakverhuizingen: running zaken go to a newer version of their zaaktype. What they have of the old version needs a counterpart in the new one,
/// or nothing happens. Each zaak goes in a transaction of its own, with its line in the audit trail and its event; what is left can be asked again.
/// </summary>
internal static class Zaakverhuizing
{
    private const int MaxZaken = 10_000;

    public static void Map(IEndpointRouteBuilder routes, Dienstverlening diensten) =>
        routes.MapPost($"{Diensten.Pad(Diensten.Catalogusbeheer)}/zaakverhuizingen", (RequestDelegate)(http => Behandel(http, diensten))).WithName("zaakverhuizing_create").WithTags("zaakverhuizingen")
            .WithSummary("Brengt lopende zaken naar een nieuwere versie van hun zaaktype.")
            .WithMetadata(new Scope(Zaakdeel.Bijwerken.ToString()), new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Verhuisresultaat)));

    private static async Task Behandel(HttpContext http, Dienstverlening diensten)
    {
        var zaken = ZakenResources.Zaken;
        var aanroep = await diensten.Aanroepen.Van(http);
        var bereik = aanroep.Eis(Zaakdeel.Bijwerken, zaken);
        Query.Alleen(http.Request, []);
        var opdracht = await Lichaam.Lees<Verhuisopdracht>(http);
        var store = await diensten.Stores.Get(aanroep.Organisatie);
        var (plan, ids) = await store.Snapshot(async session =>
        {
            var plan = await Verhuisplan.Maak(session, opdracht);
            var ids = await Gekozen(session, plan, opdracht, bereik);
            return (await plan.MetTegenhangers(session, ids), ids);
        }, http.RequestAborted);

        var (verhuisd, geweigerd) = (0, new List<Gebleven>());
        foreach (var id in ids)
        {
            try
            {
                if (await store.Write(session => Verhuis(session, id, plan, opdracht.Toelichting ?? "", bereik, aanroep, diensten), http.RequestAborted)) verhuisd++;
            }
            catch (ProbleemException fout) when (fout.Probleem.Status < 500)
            {
                geweigerd.Add(new Gebleven(store.Organisatie.Basis + zaken.Url(id, null)[1..], fout.Probleem.InvalidParams is [var veld, ..] ? veld.Reason : fout.Probleem.Detail ?? fout.Probleem.Title));
            }
        }

        await http.Response.WriteAsJsonAsync(new Verhuisresultaat(verhuisd, geweigerd), Bronnen.Json, http.RequestAborted);
    }

    /// <summary>The zaken that go: open, of the old version, and the client's to change.</summary>
    private static async ValueTask<List<Guid>> Gekozen(Session session, Verhuisplan plan, Verhuisopdracht opdracht, Bereik bereik)
    {
        var alle = await session.All(
            "SELECT id, vertrouwelijkheid FROM zaakgericht_zaken WHERE zaaktype = $1 AND einddatum IS NULL ORDER BY id", row => (Id: row.Guid(0), Rang: row.Long(1)), plan.Van);
        if (opdracht.Zaken is null)
        {
            var open = alle.Where(zaak => bereik.Omvat(plan.Van, zaak.Rang)).Select(zaak => zaak.Id).ToList();
            return open.Count <= MaxZaken ? open : throw Weiger.Ongeldig("zaken", "max_length", $"Er zijn meer dan {MaxZaken} zaken; noem er ten hoogste zoveel tegelijk.");
        }

        var perId = alle.ToDictionary(zaak => zaak.Id, zaak => zaak.Rang);
        var fouten = new List<OngeldigVeld>();
        var gekozen = new List<Guid>();
        for (var i = 0; i < opdracht.Zaken.Count; i++)
        {
            var id = EigenUrls.Id(EigenUrls.Bewaar(opdracht.Zaken[i], [session.Store.Organisatie.Basis]), Zaakdeel.Zaakpad) ?? Guid.Empty;
            if (perId.TryGetValue(id, out var rang) && bereik.Omvat(plan.Van, rang)) gekozen.Add(id);
            else fouten.Add(new OngeldigVeld($"zaken.{i}", "zaaktype-mismatch", "Dit is geen lopende zaak van dit zaaktype."));
        }

        return fouten.Count == 0 ? gekozen : throw Weiger.Ongeldig(fouten);
    }

    /// <returns>Whether it went: another may have closed or moved it meanwhile.</returns>
    private static async ValueTask<bool> Verhuis(
        Session session, Guid id, Verhuisplan plan, string toelichting, Bereik bereik, Aanroep aanroep, Dienstverlening diensten)
    {
        var zaken = ZakenResources.Zaken;
        if (await Rij.Pak(session, zaken, id, null) is not { } rij || rij.Type != plan.Van) return false;
        var oud = Vorm.VanBewaard<Zaak>(rij.Body);
        if (oud.Einddatum is not null) return false;
        var nieuw = oud with { Zaaktype = EigenUrls.Van(Catalogipaden.Zaaktypen, plan.Naar) };
        var schrijven = new Schrijven<Zaak>(zaken, aanroep, Actie.PartialUpdate, id, nieuw, oud, rij.Versie, diensten.Klok.GetUtcNow(), static _ => "")
        { Gestuurd = new HashSet<string> { "zaaktype" }, Toelichting = toelichting };
        // The parts first: the rules of the zaak look at them.
        await Delen(session, ZakenResources.Statussen, id, s => s with { Statustype = plan.Url(s.Statustype) });
        await Delen(session, ZaakdeelResources.Resultaten, id, r => r with { Resultaattype = plan.Url(r.Resultaattype) });
        await Delen(session, ZakenResources.Rollen, id, r => r with { Roltype = plan.Url(r.Roltype), Omschrijving = plan.Naam(r.Roltype), OmschrijvingGeneriek = plan.Generiek(r.Roltype) });
        await Delen(session, ZaakdeelResources.Zaakeigenschappen, id, e => e with { Eigenschap = plan.Url(e.Eigenschap), Naam = plan.Naam(e.Eigenschap) });
        await Delen(session, ZaakdeelResources.Zaakobjecten, id, o => o.Zaakobjecttype.Length == 0 ? o : o with { Zaakobjecttype = plan.Url(o.Zaakobjecttype) });
        await Wijzigen.Schrijf(session, schrijven, rij, bereik, diensten);
        return true;
    }

    /// <summary>What belongs to the zaak, with the counterparts; its columns of type and level follow those of the zaak.</summary>
    private static async ValueTask Delen<T>(Session session, Resource<T> resource, Guid zaak, Func<T, T> anders) where T : class
    {
        var ouder = resource.Nest is null ? (Guid?)null : zaak;
        foreach (var id in await session.All($"SELECT id FROM {resource.Tabel} WHERE zaak = $1 ORDER BY id", row => row.Guid(0), zaak))
        {
            var rij = (await Rij.Pak(session, resource, id, ouder))!;
            var model = anders(Vorm.VanBewaard<T>(rij.Body));
            var kolommen = await Kolomwaarden.Van(resource, model, session);
            await Rij.Vervang(session, resource, id, Vorm.Bewaar(model, resource.Url(id, ouder), id, resource.MetUuid), kolommen.Waarden);
        }
    }
}
