using System.Globalization;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Standards;

namespace Meent.Services.Verhuur.Registraties;

/// <summary>The registrations in the store.</summary>
internal static class Registratietabel
{
    private const string Kolommen = "body, version";

    public static ValueTask<Registratie?> Registratie(this Session session, Registratienummer nummer) =>
        session.One($"SELECT {Kolommen} FROM verhuur_registraties WHERE nummer = $1", Lees, nummer.Waarde);

    public static ValueTask<Registratie?> Registratie(this Session session, Guid id) =>
        session.One($"SELECT {Kolommen} FROM verhuur_registraties WHERE id = $1", Lees, id);

    /// <summary>
    /// Adds a registration under a number of its own, or finds the running one of the same host, address and unit (R6). The unique indexes decide,
    /// so two requests at the same time get the same number too.
    /// </summary>
    public static async ValueTask<(Registratie Registratie, bool Nieuw)> Voeg(this Session session, Registratie registratie, string gemeentecode)
    {
        while (true)
        {
            var kandidaat = registratie with { Registratienummer = Registratienummer.Nieuw(gemeentecode).Waarde };
            if (await Insert(session, kandidaat) == 1) return (kandidaat, true);
            if (await Bestaande(session, registratie) is { } bestaande) return (bestaande, false);
            // Neither: the number was given before (R2, R5), so draw another.
        }
    }

    /// <summary>Replaces a registration whose version was read in this transaction.</summary>
    public static async ValueTask<Registratie> Vervang(this Session session, Registratie registratie)
    {
        var nieuw = registratie with { Version = registratie.Version + 1 };
        await session.Execute(
            "UPDATE verhuur_registraties SET houder_soort = $2, houder = $3, status = $4, beeindigd = $5, body = $6, vorm = $7, version = $8 WHERE id = $1",
            nieuw.Id, nieuw.Verhuurder?.Soort, nieuw.Verhuurder?.Nummer, nieuw.Status.Woord(), nieuw.BeeindigdOp,
            EigenJson.Schrijf(nieuw), EigenJson.Vorm, nieuw.Version);
        return nieuw;
    }

    /// <summary>A part of the registrations that pass a filter, newest first, and how many there are.</summary>
    public static async ValueTask<(long Aantal, List<Registratie> Deel)> Registraties(this Session session, Registratiefilter filter, Deelvraag deel)
    {
        var (waar, args) = filter.Sql();
        var aantal = await session.One($"SELECT COUNT(*) FROM verhuur_registraties {waar}", row => row.Long(0), args);
        var rijen = await session.All(
            $"SELECT {Kolommen} FROM verhuur_registraties {waar} ORDER BY id DESC {deel.Sql}", Lees, args);
        return (aantal, rijen);
    }

    /// <summary>How many there were at the end of a day.</summary>
    public static async ValueTask<long> Actief(Session session, DateOnly dag)
    {
        var aantal = 0L;
        await OpEindVan(session, dag, _ => aantal++);
        return aantal;
    }

    /// <summary>How many hosts, people and companies, had one at the end of a day.</summary>
    public static async ValueTask<long> Verhuurders(Session session, DateOnly dag)
    {
        var verhuurders = new HashSet<Verhuurder>();
        await OpEindVan(session, dag, registratie =>
        {
            if (registratie.Verhuurder is { } verhuurder) verhuurders.Add(verhuurder);
        });
        return verhuurders.Count;
    }

    private static ValueTask OpEindVan(Session session, DateOnly dag, Action<Registratie> tel)
    {
        var einde = dag.AddDays(1).BeginVanDag();
        return session.Each($"SELECT {Kolommen} FROM verhuur_registraties WHERE beeindigd IS NULL OR beeindigd >= $1", rij =>
        {
            if (Lees(rij) is var registratie && registratie.AangemaaktOp < einde) tel(registratie);
        }, einde);
    }

    internal static Registratie Lees(Row row) => EigenJson.Lees<Registratie>(row.Text(0)) with { Version = row.Long(1) };

    private static ValueTask<int> Insert(Session session, Registratie registratie) => session.Execute(
        """
        INSERT INTO verhuur_registraties (id, nummer, houder_soort, houder, woonruimte, eenheid, deel, status, body, vorm, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1) ON CONFLICT DO NOTHING
        """,
        registratie.Id, registratie.Registratienummer, registratie.Verhuurder!.Soort, registratie.Verhuurder.Nummer,
        registratie.AdresseerbaarObjectIdentificatie, registratie.Eenheid, registratie.Deel.Woord(), registratie.Status.Woord(),
        EigenJson.Schrijf(registratie), EigenJson.Vorm);

    private static ValueTask<Registratie?> Bestaande(Session session, Registratie registratie) => session.One(
        $"""
        SELECT {Kolommen} FROM verhuur_registraties
        WHERE houder = $1 AND houder_soort = $2 AND woonruimte = $3 AND eenheid = $4 AND beeindigd IS NULL
        """,
        Lees, registratie.Verhuurder!.Nummer, registratie.Verhuurder.Soort, registratie.AdresseerbaarObjectIdentificatie, registratie.Eenheid);
}

/// <summary>Which registrations are asked for.</summary>
internal sealed record Registratiefilter(Verhuurder? Verhuurder, string? Woonruimte, Registratiestatus? Status)
{
    /// <summary>BSNs of the only hosts whose registrations are counted and given; null for all.</summary>
    public IReadOnlySet<string>? Toestemming { get; init; }

    public (string Waar, object?[] Args) Sql()
    {
        var voorwaarden = new List<string>();
        var args = new List<object?>();
        void Eis(string kolom, object? waarde) => voorwaarden.Add($"{kolom} = {Plaats(waarde)}");
        string Plaats(object? waarde)
        {
            args.Add(waarde);
            return string.Create(CultureInfo.InvariantCulture, $"${args.Count}");
        }

        if (Verhuurder is not null)
        {
            Eis("houder", Verhuurder.Nummer);
            Eis("houder_soort", Verhuurder.Soort);
        }

        if (Woonruimte is not null) Eis("woonruimte", Woonruimte);
        if (Status is { } status) Eis("status", status.Woord());
        if (Toestemming is not null)
        {
            Eis("houder_soort", Verhuurder.Bsn);
            voorwaarden.Add(Toestemming.Count == 0 ? "1 = 0" : $"houder IN ({string.Join(", ", Toestemming.Select(Plaats))})");
        }

        return (voorwaarden.Count == 0 ? "" : "WHERE " + string.Join(" AND ", voorwaarden), [.. args]);
    }
}
