using System.Diagnostics;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Standards.Logboek;

namespace Meent.Data.Tests.Logboek;

internal static class Regels
{
    public static readonly DateTimeOffset Moment = new(2026, 11, 22, 9, 30, 0, 123, TimeSpan.Zero);

    /// <summary>Number of the n-th record of the first table that is made.</summary>
    public static long Nummer(long n) => Logtabel.VanafVan(1) + n;

    public static async ValueTask<List<BewaardeLogregel>> Alle(Session session)
    {
        var regels = new List<BewaardeLogregel>();
        foreach (var tabel in await Logtabellen.Alle(session)) regels.AddRange(await session.Logregels(tabel, "nummer > 0 ORDER BY nummer"));
        return regels;
    }

    public static Logregel Nieuw(Pseudoniem? betrokkene = null, string naam = "Registratie bekeken") => new()
    {
        Spoor = new Spoor(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivitySpanId.CreateRandom()),
        Activiteit = "urn:nld:oin:00000001990000011000:verwerkingsactiviteit:toeristische-verhuur-toezicht",
        Naam = naam,
        Begin = Moment,
        Einde = Moment.AddMilliseconds(4),
        Betrokkene = betrokkene,
        Attributen = """{"meent.gegevens":"verhuur:adres"}""",
    };
}
