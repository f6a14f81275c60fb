using Meent.Data.Opslag;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Meent.Data.Outbox;

/// <summary>
/// Opens, once after the start and one by one, the databases that exist already: a killed process may have left events to deliver or records to seal
/// at organisations that nobody asks for now. Their connections are closed again when idle.
/// </summary>
internal sealed partial class Naloop(OrganisatieLijst organisaties, Stores stores, ILogger<Naloop> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        foreach (var organisatie in organisaties.Alle)
        {
            if (stoppingToken.IsCancellationRequested) return;
            try
            {
                if (await stores.Exists(organisatie)) await stores.Get(organisatie);
            }
            catch (Exception fout) when (fout is ProbleemException or System.Data.Common.DbException)
            {
                // It answers 503 until it can be opened, and then counts as having work.
                Overgeslagen(log, organisatie.Slug, fout);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "De database van {Organisatie} is na de start niet nagelopen.")]
    private static partial void Overgeslagen(ILogger log, string organisatie, Exception fout);
}
