using Meent.Data.Opslag;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Meent.Data.Inhoud;

/// <summary>A column that names content; a bron tells which it has.</summary>
/// <param name="Bron">The bron that the table belongs to.</param>
public sealed record Inhoudverwijzing(string Bron, string Tabel, string Kolom);

/// <summary>
/// Removes content that no row names and that was noted as uncertain seven days ago, and what a killed process left half written. Once an hour it
/// looks into one folder an organisation; a database is opened only when a note there has ripened.
/// </summary>
public sealed partial class Opruimer(
    Inhoudopslag inhoud, Stores stores, OrganisatieLijst organisaties, IEnumerable<Inhoudverwijzing> verwijzingen, TimeProvider klok, ILogger<Opruimer> log) : BackgroundService
{
    private static readonly TimeSpan HalfAf = TimeSpan.FromDays(1);
    private readonly List<Inhoudverwijzing> _verwijzingen = [.. verwijzingen];

    /// <summary>Removes what has ripened.</summary>
    /// <returns>How many contents were removed.</returns>
    public async Task<int> RuimOp(Organisatie organisatie, TimeSpan bedenktijd, CancellationToken stop)
    {
        foreach (var bestand in Ouder(inhoud.Tijdelijk(organisatie), HalfAf)) File.Delete(bestand);
        var aantal = 0;
        foreach (var notitie in Ouder(inhoud.Onzeker(organisatie), bedenktijd))
        {
            if (await RuimOp(organisatie, notitie, bedenktijd, stop)) aantal++;
        }

        return aantal;
    }

    /// <summary>
    /// Removes content at once, when no row names it any more and nobody is sending it: what is destroyed does not wait for back-ups that are being made.
    /// Otherwise it is looked at again after seven days.
    /// </summary>
    /// <returns>Whether it went.</returns>
    public Task<bool> Wis(Organisatie organisatie, string naam, CancellationToken stop) =>
        RuimOp(organisatie, Path.Combine(inhoud.Onzeker(organisatie), naam), TimeSpan.Zero, stop, ookOnderweg: false);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ronde = new PeriodicTimer(TimeSpan.FromHours(1), klok);
        while (await ronde.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var organisatie in organisaties.Alle)
            {
                try
                {
                    await RuimOp(organisatie, Inhoudopslag.Bedenktijd, stoppingToken);
                }
                catch (Exception fout) when (fout is IOException or ProbleemException or HttpRequestException or System.Data.Common.DbException)
                {
                    Overgeslagen(log, organisatie.Slug, fout);
                }
            }
        }
    }

    /// <param name="ookOnderweg">Also when an upload of it was never confirmed: after the bedenktijd there is none any more.</param>
    private async Task<bool> RuimOp(Organisatie organisatie, string notitie, TimeSpan bedenktijd, CancellationToken stop, bool ookOnderweg = true)
    {
        FileStream slot;
        try
        {
            slot = new FileStream(notitie, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            // Someone keeps the same content at this moment, or it has just been confirmed.
            return false;
        }

        await using (slot)
        {
            if (!IsOuder(notitie, bedenktijd) || (slot.Length > 0 && !ookOnderweg)) return false;
            var naam = Path.GetFileName(notitie);
            var store = await stores.Get(organisatie);
            var weg = !await store.Read(session => IsGenoemd(session, naam), stop);
            if (weg) await inhoud.Verwijder(organisatie, naam, stop);
            File.Delete(notitie);
            return weg;
        }
    }

    private async ValueTask<bool> IsGenoemd(Session session, string naam)
    {
        foreach (var bron in _verwijzingen.GroupBy(v => v.Bron))
        {
            // A bron that this organisation does not keep has no tables.
            if (!await session.One("SELECT 1 FROM meent_migraties WHERE bron = $1", _ => true, bron.Key)) continue;
            foreach (var verwijzing in bron)
                if (await session.One($"SELECT 1 FROM {verwijzing.Tabel} WHERE {verwijzing.Kolom} = $1", _ => true, naam)) return true;
        }

        return false;
    }

    private List<string> Ouder(string map, TimeSpan leeftijd) => Directory.Exists(map) ? [.. Directory.EnumerateFiles(map).Where(pad => IsOuder(pad, leeftijd))] : [];

    private bool IsOuder(string pad, TimeSpan leeftijd) => File.GetLastWriteTimeUtc(pad) <= klok.GetUtcNow().UtcDateTime - leeftijd;

    [LoggerMessage(Level = LogLevel.Warning, Message = "De inhoud van {Organisatie} is niet opgeruimd.")]
    private static partial void Overgeslagen(ILogger log, string organisatie, Exception fout);
}
