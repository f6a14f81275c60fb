using Meent.Data.Opslag;
using Meent.Data.Outbox;
using Meent.Services.EigenApi;
using Meent.Services.Huishoudboekje.Afspraken;
using Meent.Services.Huishoudboekje.Alarmen;
using Meent.Services.Huishoudboekje.Deelnemers;
using Meent.Services.Huishoudboekje.Journaal;
using Meent.Standards;

namespace Meent.Services.Huishoudboekje.Signalen;

/// <summary>
/// Holds what was booked against what was expected and keeps the signals in step: what is found is there once, what is no longer so lapses. It runs
/// in the transaction of each booking and every night; how often makes no difference.
/// </summary>
internal static class Signaleren
{
    /// <summary>Further back nothing is looked for.</summary>
    internal const int Terugkijken = 92;

    public static async ValueTask ToetsMetSaldo(this Session session, Guid afspraak, TimeProvider klok)
    {
        await session.ToetsSaldo(await session.Toets(afspraak, klok), klok);
    }

    /// <returns>The resident.</returns>
    public static async ValueTask<Guid> Toets(this Session session, Guid id, TimeProvider klok)
    {
        var afspraak = await session.Vind<Afspraak>(id, "Deze afspraak");
        var vandaag = klok.Vandaag();
        var van = vandaag.AddDays(-Terugkijken);
        var gevonden = new HashSet<string>(StringComparer.Ordinal);
        if (afspraak.Verwachting is { } verwachting)
        {
            foreach (var bevinding in verwachting.Toets(await session.Geboekt(id, van.AddDays(-2 * verwachting.Margedagen)), van, vandaag).Where(b => b.Dag >= van))
            {
                // Of two bookings on a day with a wrong amount each is its own signal.
                var sleutel = $"{id:N}/{bevinding.Soort.Woord()}/{bevinding.Dag:O}{(bevinding.Soort == Afwijking.Bedrag ? $"/{bevinding.Boekingen[0]:N}" : "")}";
                gevonden.Add(sleutel);
                await session.Meld(new(Guid.CreateVersion7(), afspraak.Deelnemer, id, sleutel, Enum.Parse<Signaalsoort>(bevinding.Soort.ToString()), bevinding.Dag, bevinding.Cent, bevinding.Boekingen, Signaalstatus.Open, klok.GetUtcNow()));
            }
        }

        foreach (var signaal in (await session.OpenVan(id)).Where(s => s.Dag >= van && !gevonden.Contains(s.Sleutel))) await session.Zet(signaal with { Status = Signaalstatus.Vervallen });
        return afspraak.Deelnemer;
    }

    public static async ValueTask ToetsSaldo(this Session session, Guid id, TimeProvider klok)
    {
        var deelnemer = await session.Vind<Deelnemer>(id, "Deze deelnemer");
        var saldo = -await session.Saldo(Grootboek.Deelnemer(id));
        var sleutel = $"{id:N}/saldo";
        if (saldo < 0 && deelnemer.Saldowaarschuwing)
            await session.Meld(new(Guid.CreateVersion7(), id, null, sleutel, Signaalsoort.Saldo, klok.Vandaag(), saldo, [], Signaalstatus.Open, klok.GetUtcNow()));
        else if (await session.SignaalMet(sleutel) is { Status: not Signaalstatus.Vervallen } signaal)
            await session.Zet(signaal with { Status = Signaalstatus.Vervallen });
    }

    /// <summary>What an employee dealt with stays so, until it is another amount or came back after it had gone.</summary>
    private static async ValueTask Meld(this Session session, Signaal nieuw)
    {
        if (await session.SignaalMet(nieuw.Sleutel) is not { } bekend)
        {
            await session.Voeg(nieuw);
            var pad = Links.Bewaard($"signalen/{nieuw.Id}");
            await session.Outbox(new Gebeurtenis(Verzoek.Kanaal, pad, 1, "signaal", pad, nieuw.Soort.Woord(), nieuw.AangemaaktOp, new Dictionary<string, string>()));
        }
        else if (bekend.Cent != nieuw.Cent || bekend.Status == Signaalstatus.Vervallen)
        {
            await session.Zet(bekend with { Cent = nieuw.Cent, Dag = nieuw.Dag, Boekingen = nieuw.Boekingen, Status = Signaalstatus.Open, AfgedaanDoor = null, AfgedaanOp = null });
        }
    }

    private static ValueTask<List<Geboekt>> Geboekt(this Session session, Guid afspraak, DateOnly van) => session.All(
        """
        SELECT j.boeking, j.datum, -j.cent FROM huishoudboekje_journaal j
        WHERE j.afspraak = $1 AND j.datum >= $2 AND j.terug IS NULL AND j.rekening LIKE 'deelnemer:%'
          AND NOT EXISTS (SELECT 1 FROM huishoudboekje_journaal t WHERE t.terug = j.boeking)
        """,
        row => new Geboekt(row.Guid(0), row.Date(1), row.Long(2)), afspraak, van);
}
