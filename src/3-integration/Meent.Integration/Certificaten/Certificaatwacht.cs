using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Meent.Data.Opslag;
using Meent.Integration.Manager;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Meent.Integration.Certificaten;

/// <summary>
/// Takes replaced certificates, anchors and revocation lists into use while the node runs, has contracts signed again under a new certificate, and warns
/// before one ends. A database is opened only when there is something to sign.
/// </summary>
internal sealed partial class Certificaatwacht(
    CertificateStore certificaten, OrganisatieLijst organisaties, OrganisatieWekker wekker, ContractDienst contracten, OpslagOptions opslag, TimeProvider klok, ILogger<Certificaatwacht> log)
    : BackgroundService
{
    private static readonly TimeSpan Ronde = TimeSpan.FromMinutes(10);

    // Nothing works any more: who puts a new one in place should not have to wait.
    private static readonly TimeSpan RondeNaEinde = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, string> _gemeld = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _tot = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _gewaarschuwd = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Organisatie> _gebruikt = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        wekker.Volg(organisatie => _gebruikt[organisatie.Slug] = organisatie);
        await Task.Yield();
        while (true)
        {
            await Kijk(stoppingToken);
            await Task.Delay(Wachten(), klok, stoppingToken);
        }
    }

    /// <summary>One look at everything.</summary>
    public async Task Kijk(CancellationToken stop)
    {
        Probeer("groep", certificaten.VerversGroep);
        foreach (var organisatie in organisaties.Alle) await Kijk(organisatie, stop);
    }

    /// <summary>One look at an organisation: it may just have got another certificate.</summary>
    public async Task Kijk(Organisatie organisatie, CancellationToken stop)
    {
        if (!Probeer(organisatie.Slug, () => certificaten.Ververs(organisatie))) return;
        var eigen = certificaten.Van(organisatie);
        _tot[organisatie.Slug] = eigen.Tot;
        Waarschuw(organisatie, eigen);
        await Herteken(organisatie, eigen, stop);
    }

    private TimeSpan Wachten()
    {
        var nu = klok.GetUtcNow();
        var eerste = _tot.IsEmpty ? DateTimeOffset.MaxValue : _tot.Values.Min();
        return eerste <= nu ? RondeNaEinde : eerste - nu < Ronde ? eerste - nu : Ronde;
    }

    private async Task Herteken(Organisatie organisatie, PeerCertificaat eigen, CancellationToken stop)
    {
        // What is signed with a certificate that ended counts for nobody; what stands under the one before it may still count.
        if (eigen.Tot <= klok.GetUtcNow()) return;
        // Says under which certificate everything of this organisation stands.
        var merk = Path.Combine(opslag.Map, "certificaten", organisatie.Slug + ".getekend");
        // Without it: one that was used since the start. The others have signed nothing, and their databases stay closed.
        if (!File.Exists(merk) && !_gebruikt.ContainsKey(organisatie.Slug)) return;
        if (File.Exists(merk) && await File.ReadAllTextAsync(merk, stop) == eigen.X5t) return;
        try
        {
            if (await contracten.Herteken(organisatie, stop) is > 0 and var aantal) Hertekend(log, organisatie.Slug, aantal);
            Directory.CreateDirectory(Path.GetDirectoryName(merk)!);
            await File.WriteAllTextAsync(merk, eigen.X5t, stop);
        }
        catch (Exception fout) when (fout is IOException or ProbleemException or System.Data.Common.DbException)
        {
            NietGelukt(log, organisatie.Slug, fout.Message);
        }
    }

    private void Waarschuw(Organisatie organisatie, PeerCertificaat eigen)
    {
        var nu = klok.GetUtcNow();
        var geldigheid = Geldigheden.Van(eigen.Tot, nu);
        if (geldigheid == Geldigheid.Goed || (_gewaarschuwd.TryGetValue(organisatie.Slug, out var laatst) && nu - laatst < TimeSpan.FromDays(1))) return;
        _gewaarschuwd[organisatie.Slug] = nu;
        Eindigt(log, geldigheid == Geldigheid.Binnenkort ? LogLevel.Warning : LogLevel.Error, organisatie.Slug,
            eigen.Tot.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Math.Max(0, (int)(eigen.Tot - nu).TotalDays));
    }

    private bool Probeer(string wat, Action actie)
    {
        try
        {
            actie();
            _gemeld.TryRemove(wat, out _);
            return true;
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException or CryptographicException or InvalidOperationException)
        {
            // Half replaced, perhaps: what is in use stays in use. The same reason is told once.
            if (_gemeld.GetValueOrDefault(wat) != fout.Message) NietGelukt(log, wat, fout.Message);
            _gemeld[wat] = fout.Message;
            return false;
        }
    }

    [LoggerMessage(Message = "Het certificaat van {Organisatie} eindigt op {Dag}, over {Dagen} dagen.")]
    private static partial void Eindigt(ILogger log, LogLevel niveau, string organisatie, string dag, int dagen);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Organisatie} heeft {Aantal} contracten opnieuw getekend met het nieuwe certificaat.")]
    private static partial void Hertekend(ILogger log, string organisatie, int aantal);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Certificaten van {Organisatie} zijn niet ververst: {Fout}")]
    private static partial void NietGelukt(ILogger log, string organisatie, string fout);
}
