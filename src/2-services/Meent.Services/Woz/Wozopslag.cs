using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.HaalCentraal;

namespace Meent.Services.Woz;

/// <summary>The tables of WOZ-objecten.</summary>
internal static class Wozopslag
{
    private const int Vorm = 1;

    /// <summary>The objects on a page, and one more when there is a next page.</summary>
    public static ValueTask<List<WozObject>> Zoek(this Session session, Wozvraag vraag)
    {
        var args = new List<object?>();
        var voorwaarden = new List<string>();
        Voeg("o.rsin = ", vraag.Rsin);
        Voeg("o.kvk_nummer = ", vraag.KvkNummer);
        Voeg("o.nummeraanduiding = ", vraag.Nummeraanduiding);
        Voeg("o.postcode = ", vraag.Postcode);
        Voeg("o.huisnummer = ", vraag.Huisnummer);
        Voeg("o.huisletter = ", vraag.Huisletter);
        Voeg("o.toevoeging = ", vraag.Huisnummertoevoeging);
        Voeg("a.identificatie = ", vraag.AdresseerbaarObject);
        var bron = vraag.AdresseerbaarObject is null ? "woz_objecten o" : "woz_adresseerbare_objecten a JOIN woz_objecten o ON o.id = a.object";
        args.Add(vraag.Paginagrootte + 1);
        args.Add((vraag.Pagina - 1) * vraag.Paginagrootte);
        return session.All(
            $"SELECT o.body FROM {bron} WHERE {string.Join(" AND ", voorwaarden)} ORDER BY o.identificatie LIMIT ${args.Count - 1} OFFSET ${args.Count}", Lees, [.. args]);

        void Voeg(string voorwaarde, object? waarde)
        {
            if (waarde is null) return;
            args.Add(waarde);
            voorwaarden.Add($"{voorwaarde}${args.Count}");
        }
    }

    public static ValueTask<WozObject?> Vind(this Session session, string identificatie) => session.One("SELECT body FROM woz_objecten WHERE identificatie = $1", Lees, identificatie);

    /// <summary>Adds an object, or replaces the one with the same identificatie if it differs.</summary>
    public static async ValueTask<bool> Zet(this Session session, WozObject woz)
    {
        var id = await session.One("SELECT id FROM woz_objecten WHERE identificatie = $1", row => (Guid?)row.Guid(0), woz.Identificatie) ?? Guid.CreateVersion7();
        var (adres, eigenaar) = (woz.Aanduiding, woz.BelanghebbendeEigenaar);
        var gewijzigd = await session.Execute(
            """
            INSERT INTO woz_objecten (id, identificatie, nummeraanduiding, postcode, huisnummer, huisletter, toevoeging, rsin, kvk_nummer, body, vorm, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)
            ON CONFLICT (identificatie) DO UPDATE SET
              nummeraanduiding = excluded.nummeraanduiding, postcode = excluded.postcode, huisnummer = excluded.huisnummer, huisletter = excluded.huisletter,
              toevoeging = excluded.toevoeging, rsin = excluded.rsin, kvk_nummer = excluded.kvk_nummer, body = excluded.body, vorm = excluded.vorm, version = woz_objecten.version + 1
            WHERE woz_objecten.body <> excluded.body
            """,
            id, woz.Identificatie, adres?.NummeraanduidingIdentificatie, adres?.Postcode, adres?.Huisnummer, adres?.Huisletter?.ToLowerInvariant() ?? "",
            adres?.Huisnummertoevoeging?.ToLowerInvariant() ?? "", eigenaar?.Rsin, eigenaar?.KvkNummer, JsonSerializer.Serialize(woz, Regelvorm.Json), Vorm);
        if (gewijzigd == 0) return false;
        await session.Execute("DELETE FROM woz_adresseerbare_objecten WHERE object = $1", id);
        foreach (var identificatie in (woz.AdresseerbaarObjectIdentificaties ?? []).Distinct(StringComparer.Ordinal))
            await session.Execute("INSERT INTO woz_adresseerbare_objecten (identificatie, object) VALUES ($1, $2)", identificatie, id);
        return true;
    }

    private static WozObject Lees(Row row) => JsonSerializer.Deserialize<WozObject>(row.Span(0), Regelvorm.Json)!;
}
