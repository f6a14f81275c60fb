using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Landschap;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Node;

/// <summary>The picture of this node for the landing page: asked of each organisation's own services, and kept for a few seconds.</summary>
internal sealed class Landschapsopname(
    OrganisatieLijst organisaties, IEnumerable<ITeller> tellers, Bronnen bronnen, TimeProvider klok) : ILandschap, IDisposable
{
    private static readonly TimeSpan Houdbaar = TimeSpan.FromSeconds(5);

    /// <summary>A node with more organisations does not open all their databases for a visitor.</summary>
    private const int Overzienbaar = 12;

    private readonly SemaphoreSlim _beurt = new(1, 1);
    private Landschapsbeeld? _beeld;

    public async ValueTask<Landschapsbeeld> Beeld(CancellationToken stop)
    {
        if (_beeld is { } vers && klok.GetUtcNow() - vers.Moment < Houdbaar) return vers;
        await _beurt.WaitAsync(stop);
        try
        {
            if (_beeld is { } ander && klok.GetUtcNow() - ander.Moment < Houdbaar) return ander;
            return _beeld = await Neem(stop);
        }
        finally
        {
            _beurt.Release();
        }
    }

    public void Dispose() => _beurt.Dispose();

    private async Task<Landschapsbeeld> Neem(CancellationToken stop)
    {
        var klein = organisaties.Alle.Count <= Overzienbaar;
        var beelden = new List<OrganisatieBeeld>();
        var contracten = new Dictionary<string, ContractBeeld>(StringComparer.Ordinal);
        foreach (var organisatie in organisaties.Alle)
        {
            var (bereikbaar, tellingen) = (true, new List<Telling>());
            try
            {
                if (klein) await Bekijk(organisatie, tellingen, contracten, stop);
            }
            catch (Exception e) when (e is ProbleemException or BronException or HttpRequestException)
            {
                // One that cannot be reached shows as such; the others are shown.
                bereikbaar = false;
            }

            beelden.Add(new OrganisatieBeeld(
                organisatie.Slug, organisatie.Naam, organisatie.Oin, organisatie.IsGemeente, [.. organisatie.Diensten], bereikbaar, tellingen));
        }

        return new Landschapsbeeld(beelden, [.. contracten.Values], klok.GetUtcNow());
    }

    private async Task Bekijk(Organisatie organisatie, List<Telling> tellingen, Dictionary<string, ContractBeeld> contracten, CancellationToken stop)
    {
        foreach (var teller in tellers.Where(t => organisatie.Diensten.Contains(t.Dienst)))
            tellingen.Add(new Telling(teller.Wat, await teller.Tel(organisatie, stop)));
        if (!organisatie.Diensten.Contains(Diensten.Fsc)) return;

        var namens = new Namens(organisatie.Slug, organisatie.Verwerkingsactiviteit("fsc-beheer"));
        var blad = await bronnen.Haal<JsonElement>(namens, Diensten.Fsc, "contracten?limit=100", stop);
        foreach (var contract in blad.GetProperty("contracts").EnumerateArray().Where(c => c.GetProperty("state").GetString() == "CONTRACT_STATE_VALID"))
        {
            // Both parties keep it: once is enough.
            var hash = contract.GetProperty("content_hash").GetString()!;
            if (!contracten.ContainsKey(hash) && Contract(contract.GetProperty("content")) is { } beeld) contracten[hash] = beeld;
        }
    }

    private static ContractBeeld? Contract(JsonElement inhoud)
    {
        foreach (var grant in inhoud.GetProperty("grants").EnumerateArray().Select(g => g.GetProperty("data")))
        {
            var dienst = grant.GetProperty("service");
            var (naam, aanbieder) = (dienst.GetProperty("name").GetString()!, dienst.GetProperty("peer_id").GetString()!);
            switch (grant.GetProperty("type").GetString())
            {
                case "GRANT_TYPE_SERVICE_PUBLICATION":
                    return new ContractBeeld("publicatie", naam, aanbieder, Peer(grant, "directory"), null);
                case "GRANT_TYPE_SERVICE_CONNECTION":
                    return new ContractBeeld("verbinding", naam, aanbieder, Peer(grant, "outway"), Doel(grant));
            }
        }

        return null;
    }

    private static string Peer(JsonElement grant, string rol) =>
        grant.TryGetProperty(rol, out var partij) && partij.TryGetProperty("peer_id", out var oin) ? oin.GetString()! : "";

    private static string? Doel(JsonElement grant) =>
        grant.TryGetProperty("properties", out var eigenschappen) && eigenschappen.TryGetProperty("doelbinding.doelen", out var doelen) && doelen.GetArrayLength() > 0
            ? doelen[0].GetProperty("omschrijving").GetString()
            : null;
}
