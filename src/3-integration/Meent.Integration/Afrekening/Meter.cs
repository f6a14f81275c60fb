using System.Security.Cryptography;
using Meent.Data.Opslag;
using Meent.Standards;

namespace Meent.Integration.Afrekening;

/// <summary>
/// Counts the transaction log of one month: a record is a request that was let through, whatever came of it. Everything on a statement follows from
/// the log and the prices, so that who has the same log comes to the same amounts.
/// </summary>
internal sealed class Meter(string oin, Maand maand, Prijslijst prijzen)
{
    private readonly Dictionary<(string Kant, string Peer, string Dienst, string Grant, long Prijs), Teller> _tellingen = [];
    private readonly Dictionary<(string Kant, string Peer, string Dienst), DateOnly> _begin = [];
    private readonly Dictionary<(string, string), (DateTimeOffset Vanaf, long Bedrag)[]> _prijzen = [];

    /// <summary>Counts the log itself, with a proof of each line: what is billed.</summary>
    /// <param name="open">First month that is not closed: of what came before, the statements say whether a service was used.</param>
    public static async ValueTask<List<Afrekenregel>> Tel(Session sessie, string oin, Maand maand, Maand open, Prijslijst prijzen)
    {
        var meter = new Meter(oin, maand, prijzen);
        await sessie.Each(
            $"""
            SELECT {Gebruik.Kolommen} FROM integratie_transacties
            WHERE gemaakt >= $1 AND gemaakt < $2 ORDER BY richting, outway_peer, service_peer, service, grant_hash, transactie, id
            """,
            meter.Neem, maand.Van, maand.Tot);
        return await meter.Regels(sessie, open);
    }

    /// <summary>As <see cref="Tel"/>, from what was kept of the days that are over: without proofs, and without reading the log of those days again.</summary>
    public static async ValueTask<List<Afrekenregel>> Bekijk(Session sessie, string oin, Maand maand, Maand open, Prijslijst prijzen)
    {
        var meter = new Meter(oin, maand, prijzen);
        foreach (var dag in await Dagtelling.Lees(sessie, oin, maand.Eerste, maand.Volgende.Eerste))
            meter.Telling(dag.Kant, dag.Peer, dag.Dienst, dag.Grant, dag.Delegator, dag.Dag.BeginVanDag()).Tel(dag);
        return await meter.Regels(sessie, open);
    }

    private async ValueTask<List<Afrekenregel>> Regels(Session sessie, Maand open)
    {
        var regels = _tellingen.Select(t => t.Value.Regel(t.Key)).ToList();
        foreach (var ((kant, peer, dienst), begin) in _begin)
        {
            var aanbieder = Aanbieder(kant, peer);
            regels.AddRange(Vast(Prijssoort.Maand, prijzen.Op(aanbieder, dienst, Prijssoort.Maand, maand.Eerste)));
            if (prijzen.Op(aanbieder, dienst, Prijssoort.Eenmalig, begin) is > 0 and var eenmalig && !await Gebruikt(sessie, oin, kant, peer, dienst, open, maand))
                regels.AddRange(Vast(Prijssoort.Eenmalig, eenmalig));

            IEnumerable<Afrekenregel> Vast(string soort, long prijs) => prijs == 0 ? [] : [new(kant, peer, dienst, soort, "", "", prijs, 1, null, null, "")];
        }

        return [.. regels.OrderBy(r => r.Kant, StringComparer.Ordinal).ThenBy(r => r.Peer, StringComparer.Ordinal).ThenBy(r => r.Dienst, StringComparer.Ordinal)
            .ThenBy(r => r.Soort, StringComparer.Ordinal).ThenBy(r => r.Grant, StringComparer.Ordinal).ThenBy(r => r.Prijs)];
    }

    private string Aanbieder(string kant, string peer) => kant == Afrekenregel.Levert ? oin : peer;

    private void Neem(Row rij)
    {
        if (Gebruik.Van(rij, oin) is { } g) Telling(g.Kant, g.Peer, g.Dienst, g.Grant, g.Delegator, g.Moment).Tel(g.Transactie);
    }

    private Teller Telling(string kant, string peer, string dienst, string grant, string delegator, DateTimeOffset moment)
    {
        var dag = moment.LokaleDag();
        if (!_begin.TryGetValue((kant, peer, dienst), out var begin) || dag < begin) _begin[(kant, peer, dienst)] = dag;
        var sleutel = (kant, peer, dienst, grant, PerVerzoek(Aanbieder(kant, peer), dienst, moment));
        if (!_tellingen.TryGetValue(sleutel, out var telling)) _tellingen[sleutel] = telling = new(delegator);
        return telling;
    }

    /// <summary>The price of a request; it may change within the month.</summary>
    private long PerVerzoek(string aanbieder, string dienst, DateTimeOffset moment)
    {
        if (!_prijzen.TryGetValue((aanbieder, dienst), out var versies))
        {
            _prijzen[(aanbieder, dienst)] = versies = [.. prijzen.Versies(aanbieder, dienst, Prijssoort.Verzoek).Where(p => p.Vanaf.BeginVanDag() < maand.Tot)
                .Select(p => (p.Vanaf.BeginVanDag(), p.Bedrag)).Reverse()];
        }

        foreach (var (vanaf, bedrag) in versies)
        {
            if (vanaf <= moment) return bedrag;
        }

        return 0;
    }

    /// <summary>Whether a service was used before this month: so say the closed months, and for those after them the log.</summary>
    private static async ValueTask<bool> Gebruikt(Session sessie, string oin, string kant, string peer, string dienst, Maand open, Maand maand)
    {
        if (await sessie.One("SELECT 1 FROM integratie_afrekenregels WHERE kant = $1 AND peer = $2 AND dienst = $3 AND maand < $4 LIMIT 1", _ => true, kant, peer, dienst, maand.ToString()))
            return true;
        return open.CompareTo(maand) < 0
            && (await Dagtelling.Lees(sessie, oin, open.Eerste, maand.Eerste)).Exists(d => (d.Kant, d.Peer, d.Dienst) == (kant, peer, dienst));
    }

    private sealed class Teller(string delegator)
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly byte[] _bytes = new byte[16];
        private Guid? _eerste;
        private Guid _laatste;
        private long _aantal;
        private bool _zonderBewijs;

        public void Tel(Guid transactie)
        {
            transactie.TryWriteBytes(_bytes, bigEndian: true, out _);
            _hash.AppendData(_bytes);
            _eerste ??= transactie;
            _laatste = transactie;
            _aantal++;
        }

        public void Tel(Dagtelling dag)
        {
            _zonderBewijs = true;
            if (_eerste is not { } eerste || dag.Eerste.CompareTo(eerste) < 0) _eerste = dag.Eerste;
            if (dag.Laatste.CompareTo(_laatste) > 0) _laatste = dag.Laatste;
            _aantal += dag.Aantal;
        }

        public Afrekenregel Regel((string Kant, string Peer, string Dienst, string Grant, long Prijs) van)
        {
            using (_hash)
            {
                return new(
                    van.Kant, van.Peer, van.Dienst, Prijssoort.Verzoek, van.Grant, delegator, van.Prijs, _aantal, _eerste, _laatste,
                    _zonderBewijs ? "" : Convert.ToHexStringLower(_hash.GetCurrentHash()));
            }
        }
    }
}
