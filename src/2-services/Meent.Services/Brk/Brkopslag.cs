using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Brk.Model;
using Meent.Services.HaalCentraal;
using Meent.Services.Personen.Opslag;

namespace Meent.Services.Brk;

/// <summary>The tables of the kadaster.</summary>
internal static class Brkopslag
{
    private const int Vorm = 1;

    public static ValueTask<Brkregel?> VindZaak(this Session session, string identificatie) => session.One("SELECT body FROM brk_zaken WHERE identificatie = $1", Lees, identificatie);

    public static ValueTask<Brkregel?> VindStuk(this Session session, string identificatie) => session.One("SELECT body FROM brk_stukken WHERE identificatie = $1", Lees, identificatie);

    public static ValueTask<Brkregel?> VindStukBijDeel(this Session session, string stukdeel) =>
        session.One("SELECT s.body FROM brk_stukdelen d JOIN brk_stukken s ON s.id = d.stuk WHERE d.identificatie = $1", Lees, stukdeel);

    /// <summary>What fits, and one more than is told.</summary>
    public static async ValueTask<List<Brkregel>> Zoek(this Session session, Zaakvraag vraag)
    {
        var args = new List<object?>();
        var waar = new List<string>();
        if (vraag.Aanduiding is not null) waar.Add($"z.aanduiding = {Arg(vraag.Aanduiding.ToLowerInvariant())}");
        if (vraag.AanduidingMetCode is not null) waar.Add($"z.aanduiding_met_code = {Arg(vraag.AanduidingMetCode)}");
        if (vraag.Persoon is not null)
            waar.Add($"z.id IN (SELECT zaak FROM brk_gerechtigden WHERE persoon = {Arg(vraag.Persoon)} AND type IN ({string.Join(", ", vraag.Persoonstypen.Select(type => Arg(type)))}))");
        var adres = new List<string>();
        if (vraag.Nummeraanduiding is not null) adres.Add($"nummeraanduiding = {Arg(vraag.Nummeraanduiding)}");
        if (vraag.Postcode is not null) adres.Add($"postcode = {Arg(vraag.Postcode)}");
        if (vraag.Huisnummer is not null) adres.Add($"huisnummer = {Arg(vraag.Huisnummer)}");
        if (vraag.Huisletter is not null) adres.Add($"huisletter = {Arg(vraag.Huisletter)}");
        if (vraag.Huisnummertoevoeging is not null) adres.Add($"toevoeging = {Arg(vraag.Huisnummertoevoeging)}");
        if (adres.Count > 0) waar.Add($"z.id IN (SELECT zaak FROM brk_adressen WHERE {string.Join(" AND ", adres)})");
        var gevonden = await session.All($"SELECT z.body FROM brk_zaken z WHERE {string.Join(" AND ", waar)} ORDER BY z.identificatie LIMIT {Zaakvraag.Maximum + 1}", Lees, [.. args]);
        if (!vraag.InclusiefSplitsing) return gevonden;
        foreach (var recht in gevonden.SelectMany(regel => regel.KadastraalOnroerendeZaak!.BijbehorendeAppartementsrechten ?? []).Take(Zaakvraag.Maximum + 1).ToList())
            if (await session.VindZaak(recht.Identificatie) is { } ander && !gevonden.Exists(een => een.KadastraalOnroerendeZaak!.Identificatie == recht.Identificatie)) gevonden.Add(ander);
        return gevonden;

        string Arg(object? waarde)
        {
            args.Add(waarde);
            return $"${args.Count}";
        }
    }

    /// <summary>A person or organisation whom the kadaster keeps, with what he has a right on.</summary>
    public static async ValueTask<T?> VindPersoon<T>(this Session session, string identificatie, string type)
        where T : Kadasterpersoon =>
        await session.One("SELECT body FROM brk_personen WHERE identificatie = $1 AND type = $2", rij => Van<T>(Lees(rij)), identificatie, type) is { } persoon ? await session.MetRechten(persoon, type) : null;

    /// <param name="kenmerk">Column of what must be equal: <c>geboorte</c> or <c>zetel</c>.</param>
    /// <param name="ingangen">A beginning of the name, with the value of that column.</param>
    public static async ValueTask<List<T>> ZoekPersonen<T>(this Session session, string type, string kenmerk, IEnumerable<(string Naam, string Waarde)> ingangen)
        where T : Kadasterpersoon
    {
        var gevonden = new List<T>();
        foreach (var (naam, waarde) in ingangen)
        {
            var deel = await session.All(
                $"SELECT body FROM brk_personen WHERE {kenmerk} = $1 AND type = $2 AND substr(naam, 1, {naam.Length}) = $3 ORDER BY naam, identificatie LIMIT {Zaakvraag.Maximum + 1}", rij => Van<T>(Lees(rij)), waarde, type, naam);
            foreach (var persoon in deel) gevonden.Add(await session.MetRechten(persoon, type));
        }

        return gevonden;
    }

    /// <summary>Adds what a line has, or replaces what has the same identificatie if it differs.</summary>
    public static ValueTask<bool> Zet(this Session session, Brkregel regel) =>
        regel.Stuk is not null ? ZetStuk(session, regel) : regel.KadastraalOnroerendeZaak is not null ? ZetZaak(session, regel) : ZetPersoon(session, regel);

    private static async ValueTask<bool> ZetZaak(Session session, Brkregel regel)
    {
        var zaak = regel.KadastraalOnroerendeZaak!;
        var id = await Id(session, "brk_zaken", zaak.Identificatie);
        var gewijzigd = await session.Execute(
            """
            INSERT INTO brk_zaken (id, identificatie, aanduiding, aanduiding_met_code, body, vorm, version) VALUES ($1, $2, $3, $4, $5, $6, 1)
            ON CONFLICT (identificatie) DO UPDATE SET
              aanduiding = excluded.aanduiding, aanduiding_met_code = excluded.aanduiding_met_code, body = excluded.body, vorm = excluded.vorm, version = brk_zaken.version + 1
            WHERE brk_zaken.body <> excluded.body
            """,
            id, zaak.Identificatie, zaak.KadastraleAanduiding.ToLowerInvariant(), regel.KadastraleAanduidingMetGemeentecode, Json(regel), Vorm);
        if (gewijzigd == 0) return false;
        await session.Execute("DELETE FROM brk_adressen WHERE zaak = $1", id);
        await session.Execute("DELETE FROM brk_gerechtigden WHERE zaak = $1", id);
        foreach (var (i, adres) in (zaak.Adressen ?? []).Index())
        {
            await session.Execute(
                "INSERT INTO brk_adressen (zaak, nummer, postcode, huisnummer, huisletter, toevoeging, nummeraanduiding) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                id, i, adres.Postcode, adres.Huisnummer, adres.Huisletter?.ToLowerInvariant() ?? "", adres.Huisnummertoevoeging?.ToLowerInvariant() ?? "", adres.NummeraanduidingIdentificatie);
        }

        foreach (var (persoon, type) in (regel.ZakelijkGerechtigden ?? []).Select(een => een.Persoon).OfType<Persoon>().Select(een => (een.Identificatie, een.Type)).Distinct())
            await session.Execute("INSERT INTO brk_gerechtigden (persoon, type, zaak) VALUES ($1, $2, $3)", persoon, type, id);
        return true;
    }

    private static async ValueTask<bool> ZetPersoon(Session session, Brkregel regel)
    {
        var (mens, organisatie) = (regel.KadasterNatuurlijkPersoon, regel.KadasterNietNatuurlijkPersoon);
        var identificatie = mens?.Identificatie ?? organisatie!.Identificatie;
        return await session.Execute(
            """
            INSERT INTO brk_personen (id, identificatie, type, naam, geboorte, zetel, body, vorm, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)
            ON CONFLICT (identificatie) DO UPDATE SET
              type = excluded.type, naam = excluded.naam, geboorte = excluded.geboorte, zetel = excluded.zetel, body = excluded.body, vorm = excluded.vorm, version = brk_personen.version + 1
            WHERE brk_personen.body <> excluded.body
            """,
            await Id(session, "brk_personen", identificatie), identificatie, mens is null ? Persoon.Kadasterorganisatie : Persoon.Kadastermens,
            Zoektekst.Kaal(mens?.Naam?.Geslachtsnaam ?? organisatie?.StatutaireNaam), mens?.Geboorte?.Datum?.Datum?.ToString("O", null), Zoektekst.Kaal(organisatie?.StatutaireZetel), Json(regel), Vorm) > 0;
    }

    private static async ValueTask<bool> ZetStuk(Session session, Brkregel regel)
    {
        var id = await Id(session, "brk_stukken", regel.Stuk!.Identificatie);
        var gewijzigd = await session.Execute(
            """
            INSERT INTO brk_stukken (id, identificatie, body, vorm, version) VALUES ($1, $2, $3, $4, 1)
            ON CONFLICT (identificatie) DO UPDATE SET body = excluded.body, vorm = excluded.vorm, version = brk_stukken.version + 1 WHERE brk_stukken.body <> excluded.body
            """,
            id, regel.Stuk.Identificatie, Json(regel), Vorm);
        if (gewijzigd == 0) return false;
        await session.Execute("DELETE FROM brk_stukdelen WHERE stuk = $1", id);
        foreach (var deel in (regel.Stukdelen ?? []).Select(deel => deel.Identificatie).Distinct(StringComparer.Ordinal))
            await session.Execute("INSERT INTO brk_stukdelen (identificatie, stuk) VALUES ($1, $2) ON CONFLICT (identificatie) DO UPDATE SET stuk = excluded.stuk", deel, id);
        return true;
    }

    private static async ValueTask<T> MetRechten<T>(this Session session, T persoon, string type)
        where T : Kadasterpersoon
    {
        var zaken = await session.All(
            "SELECT z.identificatie FROM brk_gerechtigden g JOIN brk_zaken z ON z.id = g.zaak WHERE g.persoon = $1 AND g.type = $2 ORDER BY z.identificatie", rij => rij.Text(0), persoon.Identificatie, type);
        return zaken.Count == 0 ? persoon : persoon with { KadastraalOnroerendeZaakIdentificaties = zaken };
    }

    private static async ValueTask<Guid> Id(Session session, string tabel, string identificatie) =>
        await session.One($"SELECT id FROM {tabel} WHERE identificatie = $1", rij => (Guid?)rij.Guid(0), identificatie) ?? Guid.CreateVersion7();

    private static T Van<T>(Brkregel regel)
        where T : Kadasterpersoon => (T)(Kadasterpersoon)(regel.KadasterNatuurlijkPersoon as Kadasterpersoon ?? regel.KadasterNietNatuurlijkPersoon!);

    private static string Json(Brkregel regel) => JsonSerializer.Serialize(regel, Regelvorm.Json);

    private static Brkregel Lees(Row rij) => JsonSerializer.Deserialize<Brkregel>(rij.Span(0), Regelvorm.Json)!;
}
