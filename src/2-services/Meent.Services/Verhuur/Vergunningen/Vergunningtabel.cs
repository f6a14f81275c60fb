using System.Globalization;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Verhuur.Registraties;

namespace Meent.Services.Verhuur.Vergunningen;

/// <summary>The permits in the store.</summary>
internal static class Vergunningtabel
{
    private const string Kolommen = "v.body, v.version";

    public static ValueTask<Vergunning?> Vergunning(this Session session, Guid id) =>
        session.One($"SELECT {Kolommen} FROM verhuur_vergunningen v WHERE v.id = $1", Lees, id);

    /// <summary>All of a number, in order of application.</summary>
    public static ValueTask<List<Vergunning>> Vergunningen(this Session session, Guid registratie) =>
        session.All($"SELECT {Kolommen} FROM verhuur_vergunningen v WHERE v.registratie = $1 ORDER BY v.id", Lees, registratie);

    /// <summary>Those of a status that count against one maximum, in order of application.</summary>
    public static ValueTask<List<Vergunning>> Vergunningen(this Session session, string quotum, Vergunningstatus status) =>
        session.All($"SELECT {Kolommen} FROM verhuur_vergunningen v WHERE v.sleutel = $1 AND v.status = $2 ORDER BY v.id", Lees, quotum, status.Woord());

    /// <summary>A part of the permits that pass a filter, the oldest application first, with their hosts, and how many there are.</summary>
    /// <param name="toestemming">BSNs of the only hosts of whom they are given; null for all.</param>
    public static async ValueTask<(long Aantal, List<(Vergunning Vergunning, Verhuurder? Verhuurder)> Deel)> Vergunningen(
        this Session session, Registratienummer? nummer, Vergunningstatus? status, IReadOnlySet<string>? toestemming, Deelvraag deel)
    {
        var args = new List<object?>();
        var waar = new List<string>();
        string Plaats(object waarde)
        {
            args.Add(waarde);
            return string.Create(CultureInfo.InvariantCulture, $"${args.Count}");
        }

        if (nummer is { } n) waar.Add($"r.nummer = {Plaats(n.Waarde)}");
        if (status is { } s) waar.Add($"v.status = {Plaats(s.Woord())}");
        if (toestemming is not null) waar.Add(toestemming.Count == 0 ? "1 = 0" : $"r.houder_soort = 'bsn' AND r.houder IN ({string.Join(", ", toestemming.Select(Plaats))})");
        var vanaf = $"FROM verhuur_vergunningen v JOIN verhuur_registraties r ON r.id = v.registratie {(waar.Count == 0 ? "" : "WHERE " + string.Join(" AND ", waar))}";
        var aantal = await session.One($"SELECT COUNT(*) {vanaf}", row => row.Long(0), [.. args]);
        return (aantal, await session.All(
            $"SELECT {Kolommen}, r.houder_soort, r.houder {vanaf} ORDER BY v.id {deel.Sql}", row => (Lees(row), Verhuurder.Van(row.TextOrNull(2), row.TextOrNull(3))), [.. args]));
    }

    public static async ValueTask Voeg(this Session session, Vergunning vergunning) => await session.Execute(
        "INSERT INTO verhuur_vergunningen (id, registratie, sleutel, status, body, vorm, version) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        vergunning.Id, vergunning.Registratie, vergunning.Quotum, vergunning.Status.Woord(), EigenJson.Schrijf(vergunning), EigenJson.Vorm, vergunning.Version);

    public static async ValueTask<Vergunning> Vervang(this Session session, Vergunning vergunning)
    {
        var nieuw = vergunning with { Version = vergunning.Version + 1 };
        await session.Execute(
            "UPDATE verhuur_vergunningen SET status = $2, body = $3, vorm = $4, version = $5 WHERE id = $1",
            nieuw.Id, nieuw.Status.Woord(), EigenJson.Schrijf(nieuw), EigenJson.Vorm, nieuw.Version);
        return nieuw;
    }

    /// <summary>All other decisions under this maximum wait until this transaction ends; what the lock guards is read after it was taken.</summary>
    public static async ValueTask VergrendelQuotum(this Session session, string quotum) => await session.Execute(
        "INSERT INTO verhuur_quota (sleutel, slot) VALUES ($1, 1) ON CONFLICT (sleutel) DO UPDATE SET slot = verhuur_quota.slot + 1", quotum);

    public static async ValueTask Voeg(this Session session, Loting loting) => await session.Execute(
        "INSERT INTO verhuur_lotingen (id, body, vorm) VALUES ($1, $2, $3)", loting.Id, EigenJson.Schrijf(loting), EigenJson.Vorm);

    public static ValueTask<Loting?> Loting(this Session session, Guid id) =>
        session.One("SELECT body FROM verhuur_lotingen WHERE id = $1", row => EigenJson.Lees<Loting>(row.Text(0)), id);

    private static Vergunning Lees(Row row) => EigenJson.Lees<Vergunning>(row.Text(0)) with { Version = row.Long(1) };
}
