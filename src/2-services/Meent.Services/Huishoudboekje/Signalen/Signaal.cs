using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Standards.Organisaties;

namespace Meent.Services.Huishoudboekje.Signalen;

internal enum Signaalsoort
{
    /// <summary>What was expected has not come.</summary>
    Ontbreekt,

    /// <summary>Another amount than was agreed.</summary>
    Bedrag,

    /// <summary>More than one booking where one was expected.</summary>
    Meerdere,

    /// <summary>The balance of a resident is below zero.</summary>
    Saldo,
}

internal enum Signaalstatus
{
    Open,

    /// <summary>An employee looked at it.</summary>
    Afgedaan,

    /// <summary>It is no longer so.</summary>
    Vervallen,
}

/// <summary>What an employee has to look at.</summary>
/// <param name="Sleutel">The same thing found again is the same signal.</param>
/// <param name="Dag">The expected day; of a balance the day on which it was first found.</param>
/// <param name="Cent">What the account holds more (positive) or less (negative) than was expected; of a balance: the balance.</param>
/// <param name="Boekingen">What it is about.</param>
internal sealed record Signaal(
    Guid Id, Guid Deelnemer, Guid? Afspraak, string Sleutel, Signaalsoort Soort, DateOnly Dag, long Cent, IReadOnlyList<Guid> Boekingen, Signaalstatus Status, DateTimeOffset AangemaaktOp) : IRij
{
    public static string Tabel => "huishoudboekje_signalen";

    public string? AfgedaanDoor { get; init; }

    public DateTimeOffset? AfgedaanOp { get; init; }
}

internal sealed record SignaalAntwoord(
    string Url, Guid Id, Guid Deelnemer, string Deelnemernummer, Guid? Afspraak, Signaalsoort Soort, DateOnly Dag, long Cent, Signaalstatus Status, DateTimeOffset AangemaaktOp, string? AfgedaanDoor, DateTimeOffset? AfgedaanOp)
{
    public static SignaalAntwoord Van(Signaal s, string nummer, Organisatie organisatie) =>
        new(organisatie.Url($"signalen/{s.Id}"), s.Id, s.Deelnemer, nummer, s.Afspraak, s.Soort, s.Dag, s.Cent, s.Status, s.AangemaaktOp, s.AfgedaanDoor, s.AfgedaanOp);
}

internal static class Signaaltabel
{
    public static ValueTask<int> Voeg(this Session session, Signaal s) => session.Execute(
        "INSERT INTO huishoudboekje_signalen (id, deelnemer, afspraak, sleutel, status, body, vorm, version) VALUES ($1, $2, $3, $4, $5, $6, $7, 1)",
        s.Id, s.Deelnemer, s.Afspraak, s.Sleutel, s.Status.Woord(), EigenJson.Schrijf(s), EigenJson.Vorm);

    public static ValueTask<int> Zet(this Session session, Signaal s) => session.Execute(
        "UPDATE huishoudboekje_signalen SET status = $2, body = $3, vorm = $4, version = version + 1 WHERE id = $1", s.Id, s.Status.Woord(), EigenJson.Schrijf(s), EigenJson.Vorm);

    public static ValueTask<Signaal?> SignaalMet(this Session session, string sleutel) => session.One("SELECT body FROM huishoudboekje_signalen WHERE sleutel = $1", Lees, sleutel);

    public static ValueTask<List<Signaal>> OpenVan(this Session session, Guid afspraak) => session.All("SELECT body FROM huishoudboekje_signalen WHERE afspraak = $1 AND status = 'open' ORDER BY id", Lees, afspraak);

    /// <summary>The newest first.</summary>
    public static async ValueTask<(long Aantal, List<Signaal> Deel)> Signalen(this Session session, Signaalstatus status, Guid? deelnemer, string? consulent, Deelvraag deel)
    {
        List<object?> args = [status.Woord()];
        var waar = "status = $1";
        if (deelnemer is { } wie)
        {
            args.Add(wie);
            waar += $" AND deelnemer = ${args.Count}";
        }

        if (consulent is not null)
        {
            args.Add(consulent);
            waar += $" AND deelnemer IN (SELECT d.id FROM huishoudboekje_deelnemers d WHERE d.consulent = ${args.Count})";
        }

        return (
            await session.One($"SELECT COUNT(*) FROM huishoudboekje_signalen WHERE {waar}", row => row.Long(0), [.. args]),
            await session.All($"SELECT body FROM huishoudboekje_signalen WHERE {waar} ORDER BY id DESC {deel.Sql}", Lees, [.. args]));
    }

    private static Signaal Lees(Row row) => EigenJson.Lees<Signaal>(row.Text(0));
}
