using System.Data.Common;
using Meent.Standards.Problemen;
using Npgsql;

namespace Meent.Data.Opslag;

/// <summary>What the store tells a caller when it cannot take a write now.</summary>
internal static class Problemen
{
    public static ProbleemException QueueFull() => new(new Probleem(429, "tooManyRequests", "Te veel verzoeken tegelijk.",
        "De schrijfwachtrij van deze organisatie is vol. Probeer het zo opnieuw.")
    { RetryAfter = 1 });

    public static ProbleemException CommitFailed() => new(new Probleem(503, "serviceUnavailable", "De opslag is nu niet beschikbaar.",
        "De wijziging is niet bewaard. Probeer het later opnieuw.")
    { RetryAfter = 5 });

    /// <summary>The connection broke while the commit was under way: the caller has to look.</summary>
    public static ProbleemException CommitUnknown() => new(new Probleem(503, "serviceUnavailable", "De opslag is nu niet beschikbaar.",
        "Of de wijziging bewaard is, is niet zeker. Kijk dat na voordat u het opnieuw probeert.")
    { RetryAfter = 5 });

    /// <summary>The database does not answer. Nothing was written.</summary>
    public static ProbleemException Unreachable() => new(new Probleem(503, "serviceUnavailable", "De opslag is nu niet beschikbaar.",
        "Er is niets gewijzigd. Probeer het later opnieuw.")
    { RetryAfter = 5 });

    /// <summary>The logbook cannot be written or read. Without it nothing is used (VNG Verwerkingenlogging, B7952).</summary>
    public static ProbleemException LogUnavailable(Exception cause) => new(new Probleem(503, "logboekNietBeschikbaar", "Het logboek is nu niet beschikbaar.",
        "Wat niet vastgelegd kan worden, wordt niet gegeven of gewijzigd. Probeer het later opnieuw.")
    { RetryAfter = 30 }, cause);

    /// <summary>The logbook was refused. A connection that broke is no matter of the logbook: then the whole store is away.</summary>
    public static bool IsOfLogbook(DbException fout) => fout is PostgresException or not NpgsqlException;

    public static ProbleemException DiskFull() => new(new Probleem(503, "opslagVol", "De opslag is vol.",
        "Er kan nu alleen gelezen worden. De wijziging is niet bewaard.")
    { RetryAfter = 60 });
}
