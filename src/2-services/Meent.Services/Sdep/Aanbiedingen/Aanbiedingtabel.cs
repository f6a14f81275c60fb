using Meent.Data.Opslag;
using Meent.Services.Sdep.Deelnemers;
using Meent.Services.Sdep.Lijsten;
using Meent.Standards;

namespace Meent.Services.Sdep.Aanbiedingen;

/// <summary>Listings in the store.</summary>
internal static class Aanbiedingtabel
{
    /// <summary>Current versions of a platform by id; read under the lock of the platform.</summary>
    public static async ValueTask<Dictionary<string, Aanbieding>> Aanbiedingen(this Session session, Partij platform, IReadOnlyCollection<string> listingIds)
    {
        if (listingIds.Count == 0) return [];
        var gevonden = await session.All(
            $"""
            SELECT id, listing_id, platform, gebied, instantie, status, vlaggen, created, body FROM sdep_aanbiedingen
            WHERE platform = $1 AND ended IS NULL AND listing_id IN ({Vraagtekst.Plaatsen(2, listingIds.Count)})
            """,
            rij => new Aanbieding(rij.Guid(0), rij.Text(1), rij.Guid(2), rij.Guid(3), rij.Guid(4), rij.Text(5), rij.Text(6), rij.Instant(7), rij.Text(8)), [platform.Id, .. listingIds]);
        return gevonden.ToDictionary(aanbieding => aanbieding.ListingId, StringComparer.Ordinal);
    }

    /// <summary>Adds a version, and ends the one before.</summary>
    public static async ValueTask Vervang(this Session session, Aanbieding? eerder, Aanbieding nieuw)
    {
        if (eerder is not null) await session.Later("UPDATE sdep_aanbiedingen SET ended = $2 WHERE id = $1", eerder.Id, nieuw.Created.Microseconden());
        await session.Later(
            "INSERT INTO sdep_aanbiedingen (id, listing_id, platform, gebied, instantie, status, vlaggen, created, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            nieuw.Id, nieuw.ListingId, nieuw.Platform, nieuw.Gebied, nieuw.Instantie, nieuw.Stand, nieuw.Vlaggen, nieuw.Created.Microseconden(), nieuw.Body);
    }

    public static ValueTask<List<string>> Aanbiedingen(this Session session, Bereik bereik, Lijstvraag gevraagd)
    {
        var vraag = Vraag(bereik, gevraagd);
        return session.All(vraag.Lijst("SELECT body FROM sdep_aanbiedingen", gevraagd.Deel), rij => rij.Text(0), vraag.Args);
    }

    public static ValueTask<long> TelAanbiedingen(this Session session, Bereik bereik, Lijstvraag gevraagd)
    {
        var vraag = Vraag(bereik, gevraagd);
        return session.One(vraag.Sql("SELECT COUNT(*) FROM sdep_aanbiedingen"), rij => rij.Long(0), vraag.Args);
    }

    private static Vraagtekst Vraag(Bereik bereik, Lijstvraag gevraagd)
    {
        var vraag = new Vraagtekst("ended IS NULL");
        vraag.Eis("platform", bereik.Platform);
        vraag.Eis("instantie", bereik.Instantie);
        vraag.Eis("status", bereik.Stand);
        vraag.Eis("status", gevraagd.Status);
        gevraagd.Voeg(vraag);
        // Codes of three letters, of which none is part of two others side by side.
        if (gevraagd.Vlaggen.Count > 0) vraag.EenVan(gevraagd.Vlaggen.Select(vlag => ("vlaggen LIKE ?", (object)$"%{vlag}%")));
        return vraag;
    }
}

/// <summary>What a role sees, whatever it asks.</summary>
internal sealed record Bereik(Guid? Platform, Guid? Instantie, string? Stand);
