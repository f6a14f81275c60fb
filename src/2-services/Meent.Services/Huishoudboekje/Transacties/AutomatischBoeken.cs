using Meent.Data.Opslag;
using Meent.Services.Huishoudboekje.Afschriften;
using Meent.Services.Huishoudboekje.Afspraken;
using Meent.Services.Huishoudboekje.Betaalruns;
using Meent.Services.Huishoudboekje.Deelnemers;
using Meent.Services.Huishoudboekje.Journaal;
using Meent.Services.Huishoudboekje.Signalen;

namespace Meent.Services.Huishoudboekje.Transacties;

/// <summary>Books what can be told for sure: by the number of a payment of ours, or by what the agreements say.</summary>
internal static class AutomatischBoeken
{
    /// <summary>Books all lines that wait and can be told.</summary>
    /// <returns>How many were booked, and of whom (BSN).</returns>
    public static async ValueTask<(int Geboekt, IReadOnlyCollection<string> Van)> BoekVanzelf(this Session session, TimeProvider klok)
    {
        var geboekt = new List<(Guid Afspraak, Guid Deelnemer)>();
        var kandidaten = new Dictionary<string, List<Afspraak>>(StringComparer.Ordinal);
        var betaald = await session.MetOpenBetaling();
        foreach (var transactie in await session.Open())
        {
            if (await session.Van(transactie.Regel, kandidaten) is not { } afspraak) continue;
            await session.Boek(transactie.Id, Grootboek.Deelnemer(afspraak.Deelnemer), afspraak.Id);
            if (betaald.Contains(afspraak.Id)) await session.Uitgevoerd(transactie.Id, transactie.Regel, afspraak.Id);
            geboekt.Add((afspraak.Id, afspraak.Deelnemer));
        }

        var van = await session.Rijen<Deelnemer>(geboekt.Select(g => g.Deelnemer));
        foreach (var afspraak in geboekt.Select(g => g.Afspraak).Distinct()) await session.Toets(afspraak, klok);
        foreach (var deelnemer in geboekt.Select(g => g.Deelnemer).Distinct()) await session.ToetsSaldo(deelnemer, klok);
        return (geboekt.Count, [.. van.Values.Select(d => d.Burgerservicenummer)]);
    }

    /// <summary>A line on an agreement, with the payment of ours that it settles.</summary>
    public static async ValueTask BoekOp(this Session session, Guid bankregel, Bankregel regel, Afspraak afspraak)
    {
        await session.Boek(bankregel, Grootboek.Deelnemer(afspraak.Deelnemer), afspraak.Id);
        await session.Uitgevoerd(bankregel, regel, afspraak.Id);
    }

    private static async ValueTask<Afspraak?> Van(this Session session, Bankregel regel, Dictionary<string, List<Afspraak>> kandidaten)
    {
        // What we paid comes back with the number that we gave it; nothing else is as sure. A reversal comes back with it too, and is looked at by a person.
        if (regel is { Cent: < 0, EndToEndId: { } kenmerk } && await session.BetalingMet(kenmerk) is { } betaling && betaling.Cent == -regel.Cent) return await session.Vind<Afspraak>(betaling.Afspraak, "Deze afspraak");
        if (regel.Tegenrekening is not { } iban || regel.Storno) return null;
        if (!kandidaten.TryGetValue(iban, out var met)) kandidaten[iban] = met = await session.AfsprakenMet(iban);
        return Herkenning.Zeker(regel, met);
    }
}
