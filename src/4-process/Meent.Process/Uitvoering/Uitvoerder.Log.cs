using Microsoft.Extensions.Logging;

namespace Meent.Process.Uitvoering;

internal sealed partial class Uitvoerder
{
    [LoggerMessage(4001, LogLevel.Information, "Instantie {Instantie}: {Activiteit} wordt hervat, poging {Poging}.")]
    private static partial void LogHervat(ILogger log, Guid instantie, string activiteit, int poging);

    [LoggerMessage(4002, LogLevel.Information, "Instantie {Instantie}: {Activiteit} was al door een ander afgerond.")]
    private static partial void LogIngehaald(ILogger log, Guid instantie, string activiteit);

    [LoggerMessage(4003, LogLevel.Warning, "Instantie {Instantie}: het resultaat van {Activiteit} is niet bewaard; het wordt later opgepakt.")]
    private static partial void LogNietBewaard(ILogger log, Guid instantie, string activiteit, Exception fout);

    [LoggerMessage(4004, LogLevel.Warning, "Instantie {Instantie}: {Activiteit} mislukte bij poging {Poging} ({Status} {Code}).")]
    private static partial void LogMislukt(ILogger log, Guid instantie, string activiteit, int poging, int? status, string code);

    [LoggerMessage(4005, LogLevel.Error, "Instantie {Instantie}: incident bij {Activiteit}, connector {Connector} ({Status} {Code}).")]
    private static partial void LogIncident(ILogger log, Guid instantie, string activiteit, string connector, int? status, string code);
}
