using System.Diagnostics;
using Meent.Data.Logboek;
using Meent.Standards.Logboek;

namespace Meent.Data.Tests.Logboek;

internal static class Regels
{
    public static readonly DateTimeOffset Moment = new(2026, 11, 22, 9, 30, 0, 123, TimeSpan.Zero);

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
