using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.HaalCentraal;
using Meent.Services.Personen.Opslag;

namespace Meent.Services.Kvk;

/// <summary>The tables of the handelsregister.</summary>
internal static class Kvkopslag
{
    /// <summary>More than these are not told, and not counted (API Zoeken).</summary>
    public const int Maximum = 1_000;

    private const int Vorm = 1;

    public static ValueTask<Inschrijving?> VindInschrijving(this Session session, string kvkNummer) =>
        session.One("SELECT body FROM kvk_inschrijvingen WHERE kvk_nummer = $1", Lees<Inschrijving>, kvkNummer);

    public static ValueTask<Inschrijving?> VindBijVestiging(this Session session, string vestigingsnummer) => session.One(
        "SELECT i.body FROM kvk_vermeldingen v JOIN kvk_inschrijvingen i ON i.id = v.inschrijving WHERE v.vestigingsnummer = $1", Lees<Inschrijving>, vestigingsnummer);

    /// <summary>A page of what fits, and how many there are.</summary>
    public static async ValueTask<(List<Vermelding> Gevonden, long Totaal)> Zoek(this Session session, Zoekvraag vraag, string vandaag)
    {
        var args = new List<object?>();
        var waar = new List<string>();
        if (vraag.KvkNummer is not null) waar.Add($"v.kvk_nummer = {Arg(vraag.KvkNummer)}");
        if (vraag.Rsin is not null) waar.Add($"v.rsin = {Arg(vraag.Rsin)}");
        if (vraag.Vestigingsnummer is not null) waar.Add($"v.vestigingsnummer = {Arg(vraag.Vestigingsnummer)}");
        if (vraag.Typen.Count > 0) waar.Add($"v.rang IN ({string.Join(", ", vraag.Typen.Select(type => Arg(Array.IndexOf(Vermelding.Typen, type))))})");
        if (!vraag.OokInactief) waar.Add($"(v.einde IS NULL OR v.einde > {Arg(vandaag)})");
        if (vraag.Woorden.Count > 0) waar.Add($"v.id IN ({Naam()})");
        var adres = new List<string>();
        if (vraag.Straatnaam is not null) adres.Add($"straatnaam = {Arg(Zoektekst.Kaal(vraag.Straatnaam))}");
        if (vraag.Plaats is not null) adres.Add($"plaats = {Arg(Zoektekst.Kaal(vraag.Plaats))}");
        if (vraag.Postcode is not null) adres.Add($"postcode = {Arg(vraag.Postcode)}");
        if (vraag.Huisnummer is not null) adres.Add($"huisnummer = {Arg(vraag.Huisnummer)}");
        if (vraag.Huisletter is not null) adres.Add($"huisletter = {Arg(vraag.Huisletter)}");
        if (vraag.Postbusnummer is not null) adres.Add($"postbusnummer = {Arg(vraag.Postbusnummer)}");
        if (adres.Count > 0) waar.Add($"v.id IN (SELECT vermelding FROM kvk_adressen WHERE {string.Join(" AND ", adres)})");

        var bron = $"FROM kvk_vermeldingen v WHERE {string.Join(" AND ", waar)}";
        var totaal = await session.One($"SELECT COUNT(*) FROM (SELECT 1 {bron} LIMIT {Maximum}) gevonden", rij => rij.Long(0), [.. args]);
        var vanaf = (vraag.Pagina - 1) * vraag.ResultatenPerPagina;
        if (vanaf >= totaal) return ([], totaal);
        var aantal = Math.Min(vraag.ResultatenPerPagina, (int)totaal - vanaf);
        return (await session.All($"SELECT v.body {bron} ORDER BY v.rang, v.kvk_nummer, v.vestigingsnummer LIMIT {Arg(aantal)} OFFSET {Arg(vanaf)}", Lees<Vermelding>, [.. args]), totaal);

        // All words, and all of them in the same name.
        string Naam()
        {
            var joins = vraag.Woorden.Select((woord, i) => i == 0 ? "" : $" JOIN kvk_woorden w{i} ON w{i}.vermelding = w0.vermelding AND w{i}.naam = w0.naam AND w{i}.woord = {Arg(woord)}").ToList();
            return $"SELECT w0.vermelding FROM kvk_woorden w0{string.Concat(joins)} WHERE w0.woord = {Arg(vraag.Woorden[0])}";
        }

        string Arg(object? waarde)
        {
            args.Add(waarde);
            return $"${args.Count}";
        }
    }

    /// <summary>Adds an inschrijving, or replaces the one with the same number if it differs.</summary>
    public static async ValueTask<bool> Zet(this Session session, Inschrijving inschrijving)
    {
        var id = await session.One("SELECT id FROM kvk_inschrijvingen WHERE kvk_nummer = $1", rij => (Guid?)rij.Guid(0), inschrijving.KvkNummer) ?? Guid.CreateVersion7();
        var gewijzigd = await session.Execute(
            """
            INSERT INTO kvk_inschrijvingen (id, kvk_nummer, body, vorm, version) VALUES ($1, $2, $3, $4, 1)
            ON CONFLICT (kvk_nummer) DO UPDATE SET body = excluded.body, vorm = excluded.vorm, version = kvk_inschrijvingen.version + 1
            WHERE kvk_inschrijvingen.body <> excluded.body
            """,
            id, inschrijving.KvkNummer, JsonSerializer.Serialize(inschrijving, Regelvorm.Json), Vorm);
        if (gewijzigd == 0) return false;
        await session.Execute("DELETE FROM kvk_vermeldingen WHERE inschrijving = $1", id);
        foreach (var vermelding in Vermelding.Van(inschrijving)) await Vermeld(session, id, vermelding);
        return true;
    }

    private static async ValueTask Vermeld(Session session, Guid inschrijving, Vermelding vermelding)
    {
        // A vestiging may have gone to another inschrijving: the last file says where it is.
        if (vermelding.Vestigingsnummer is { } nummer) await session.Execute("DELETE FROM kvk_vermeldingen WHERE vestigingsnummer = $1", nummer);
        var id = Guid.CreateVersion7();
        await session.Execute(
            "INSERT INTO kvk_vermeldingen (id, inschrijving, rang, kvk_nummer, rsin, vestigingsnummer, einde, body, vorm) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            id, inschrijving, vermelding.Rang, vermelding.KvkNummer, vermelding.Rsin, vermelding.Vestigingsnummer, vermelding.Einde, JsonSerializer.Serialize(vermelding, Regelvorm.Json), Vorm);
        foreach (var (i, naam) in vermelding.Namen.Concat(vermelding.VervallenNamen).Index())
        {
            foreach (var woord in Vermelding.Woorden(naam))
                await session.Execute("INSERT INTO kvk_woorden (woord, vermelding, naam) VALUES ($1, $2, $3)", woord, id, i);
        }

        foreach (var (i, adres) in vermelding.Adressen.Index())
        {
            await session.Execute(
                "INSERT INTO kvk_adressen (vermelding, nummer, straatnaam, plaats, postcode, huisnummer, huisletter, postbusnummer) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                id, i, Zoektekst.Kaal(adres.Straatnaam), Zoektekst.Kaal(adres.Plaats), adres.Postcode?.ToUpperInvariant(), adres.Huisnummer, adres.Huisletter?.ToLowerInvariant() ?? "", adres.Postbusnummer);
        }
    }

    private static T Lees<T>(Row rij) => JsonSerializer.Deserialize<T>(rij.Span(0), Regelvorm.Json)!;
}
