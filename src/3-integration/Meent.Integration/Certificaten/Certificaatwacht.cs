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
    CertificateStore certificaten, OrganisatieLijst organisaties, ContractDienst contracten, OpslagOptions opslag, TimeProvider klok, ILogger<Certificaatwacht> log)
    : BackgroundService
{
    private static readonly TimeSpan Ronde = TimeSpan.FromMinutes(10);
    private readonly Dictionary<string, string> _gemeld = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _gewaarschuwd = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var ronde = new PeriodicTimer(Ronde, klok);
        do
        {
            await Kijk(stoppingToken);
        }
        while (await ronde.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One look at everything.</summary>
    public async Task Kijk(CancellationToken stop)
    {
        Probeer("groep", certificaten.VerversGroep);
        foreach (var organisatie in organisaties.Alle)
        {
            if (!Probeer(organisatie.Slug, () => certificaten.Ververs(organisatie))) continue;
            var eigen = certificaten.Van(organisatie);
            Waarschuw(organisatie, eigen);
            await Herteken(organisatie, eigen, stop);
        }
    }

    private async Task Herteken(Organisatie organisatie, PeerCertificaat eigen, CancellationToken stop)
    {
        // Says under which certificate everything of this organisation stands.
        var merk = Path.Combine(opslag.Map, "certificaten", organisatie.Slug + ".getekend");
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
            _gemeld.Remove(wat);
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
