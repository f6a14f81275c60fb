using System.Text.Encodings.Web;
using System.Text.Json;
using Meent.Data.Opslag;

namespace Meent.Services.Adressen;

/// <summary>An address as it is told: its body as stored.</summary>
internal sealed record Adresrij(string Nummeraanduiding, string Body);

/// <summary>The table of addresses.</summary>
internal static class Adresopslag
{
    private const int Vorm = 1;

    private static readonly JsonSerializerOptions Schrijfwijze =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The addresses on a page, and one more when there is a next page.</summary>
    public static ValueTask<List<Adresrij>> Zoek(this Session session, Adresvraag vraag)
    {
        var args = new List<object?>();
        var voorwaarden = new List<string>();
        if (vraag.AdresseerbaarObject is { } objectId) Voeg("adresseerbaar_object", objectId);
        if (vraag.Zoekresultaat is { } zoekresultaat) Voeg("nummeraanduiding", zoekresultaat);
        if (vraag.Pand is { } pand)
        {
            // The objects lead to it fast, also those that were in it once; the address says whether it is so now.
            args.Add(pand);
            args.Add($"%\"{pand}\"%");
            voorwaarden.Add(
                $"""
                adresseerbaar_object IN (SELECT o.identificatie FROM adressen_verwijzingen v JOIN adressen_verblijfsobjecten o ON o.id = v.rij WHERE v.doel = ${args.Count - 1} AND v.soort = 'maaktDeelUitVan')
                AND body LIKE ${args.Count}
                """);
        }

        if (vraag.Postcode is { } postcode) Voeg("postcode", postcode);
        if (vraag.Woonplaats is { } woonplaats) Voeg("woonplaats", woonplaats);
        if (vraag.Straat is { } straat) Voeg("straat", straat);
        if (vraag.Huisnummer is { } huisnummer) Voeg("huisnummer", huisnummer);
        if (vraag.Huisletter is not null || IsExact(vraag)) Voeg("huisletter", vraag.Huisletter ?? "");
        if (vraag.Huisnummertoevoeging is not null || IsExact(vraag)) Voeg("toevoeging", vraag.Huisnummertoevoeging ?? "");
        args.Add(vraag.Paginagrootte + 1);
        args.Add((vraag.Pagina - 1) * vraag.Paginagrootte);
        return session.All(
            $"""
            SELECT nummeraanduiding, body FROM adressen_adressen WHERE {string.Join(" AND ", voorwaarden)}
            ORDER BY woonplaats, straat, huisnummer, huisletter, toevoeging, nummeraanduiding LIMIT ${args.Count - 1} OFFSET ${args.Count}
            """,
            Lees, [.. args]);

        void Voeg(string kolom, object waarde)
        {
            args.Add(waarde);
            voorwaarden.Add($"{kolom} = ${args.Count}");
        }
    }

    public static ValueTask<Adresrij?> Vind(this Session session, string nummeraanduiding) =>
        session.One("SELECT nummeraanduiding, body FROM adressen_adressen WHERE nummeraanduiding = $1", Lees, nummeraanduiding);

    /// <summary>Adds an address, or replaces the one with the same nummeraanduiding if it differs.</summary>
    public static async ValueTask<bool> Zet(this Session session, Adres adres)
    {
        var (woonplaats, straat) = (adres.WoonplaatsNaam.ToLowerInvariant(), adres.OpenbareRuimteNaam.ToLowerInvariant());
        await session.Later("INSERT INTO adressen_straten (woonplaats, straat, gedaan) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING", woonplaats, straat);
        return await session.Execute(
        """
        INSERT INTO adressen_adressen
          (id, nummeraanduiding, adresseerbaar_object, postcode, woonplaats, straat, huisnummer, huisletter, toevoeging, body, vorm, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)
        ON CONFLICT (nummeraanduiding) DO UPDATE SET
          adresseerbaar_object = excluded.adresseerbaar_object, postcode = excluded.postcode, woonplaats = excluded.woonplaats, straat = excluded.straat,
          huisnummer = excluded.huisnummer, huisletter = excluded.huisletter, toevoeging = excluded.toevoeging, body = excluded.body,
          vorm = excluded.vorm, version = adressen_adressen.version + 1
        WHERE adressen_adressen.body <> excluded.body
        """,
        Guid.CreateVersion7(), adres.NummeraanduidingIdentificatie, adres.AdresseerbaarObjectIdentificatie, adres.Postcode ?? "",
        woonplaats, straat, adres.Huisnummer, adres.Huisletter?.ToLowerInvariant() ?? "",
        adres.Huisnummertoevoeging?.ToLowerInvariant() ?? "", JsonSerializer.Serialize(adres, Schrijfwijze), Vorm) > 0;
    }

    private static Adresrij Lees(Row row) => new(row.Text(0), row.Text(1));

    private static bool IsExact(Adresvraag vraag) => vraag is { ExacteMatch: true, Huisnummer: not null };
}
