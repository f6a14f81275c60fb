using Meent.Data.Opslag;
using Meent.Services.Huishoudboekje.Afspraken;
using Meent.Services.Huishoudboekje.Betalingen;
using Meent.Services.Huishoudboekje.Deelnemers;
using Meent.Services.Huishoudboekje.Journaal;
using Meent.Services.Huishoudboekje.Rekeningen;
using Meent.Services.Huishoudboekje.Rubrieken;

namespace Meent.Services.Huishoudboekje.Betaalruns;

/// <summary>What is to be paid in a period, as the agreements say now, and what holds a payment back.</summary>
internal static class Voorstel
{
    /// <summary>A day may be moved over a weekend and the holidays beside it.</summary>
    private const int LangsteVerschuiving = 7;

    /// <summary>Puts the payments of a run in the store; a day that is in another run already is left out.</summary>
    public static async ValueTask<List<Betaling>> Stel(this Session session, Betaalrun run, DateOnly vandaag)
    {
        var afspraken = (await session.AfsprakenOp(run.Van.AddDays(-LangsteVerschuiving), run.Tot.AddDays(LangsteVerschuiving))).Where(a => a.Richting == Richting.Uitgave && a.Schema is not null).ToList();
        var rekeningen = (await session.Rekeningen(afspraken.Select(Eigenaar).Distinct())).Where(r => r.Status == Rekeningstatus.Geldig).ToLookup(r => (r.Eigenaar, r.Iban));
        var ruimte = await session.Ruimte(afspraken.Select(a => a.Deelnemer).Distinct());
        var gemaakt = new List<Betaling>();
        var dagen = afspraken.SelectMany(a => Dagen(a, run, vandaag).Select(dag => (Afspraak: a, Dag: dag))).OrderBy(d => d.Dag.Uitvoering).ThenBy(d => d.Afspraak.Id);
        foreach (var (afspraak, dag) in dagen)
        {
            var rekening = rekeningen[(Eigenaar(afspraak), afspraak.Tegenrekening)].FirstOrDefault();
            var reden = rekening is null ? "rekening" : ruimte[afspraak.Deelnemer] < afspraak.Cent ? "saldo" : null;
            var betaling = new Betaling
            {
                Id = Guid.CreateVersion7(),
                Run = run.Id,
                Deelnemer = afspraak.Deelnemer,
                Afspraak = afspraak.Id,
                Gepland = dag.Gepland,
                Uitvoering = dag.Uitvoering,
                Cent = afspraak.Cent,
                Naam = rekening?.Naam ?? "",
                Iban = afspraak.Tegenrekening,
                Omschrijving = afspraak.Omschrijving,
                Status = reden is null ? Betalingstatus.Voorgesteld : Betalingstatus.Geblokkeerd,
                Reden = reden,
            };
            if (!await session.Voeg(betaling)) continue;
            if (reden is null) ruimte[afspraak.Deelnemer] -= afspraak.Cent;
            gemaakt.Add(betaling);
        }

        return gemaakt;
    }

    /// <summary>What can be spent for each: the balance and what may be paid ahead, less what is under way.</summary>
    public static async ValueTask<Dictionary<Guid, long>> Ruimte(this Session session, IEnumerable<Guid> wie)
    {
        var deelnemers = await session.Rijen<Deelnemer>(wie);
        var (saldi, onderweg) = (await session.Saldi(deelnemers.Keys), await session.Onderweg());
        return deelnemers.ToDictionary(d => d.Key, d => saldi.GetValueOrDefault(d.Key) + d.Value.VoorschotCent - onderweg.GetValueOrDefault(d.Key));
    }

    /// <summary>Whether the agreement still says what was proposed.</summary>
    public static bool Klopt(this Betaling betaling, Afspraak afspraak) =>
        afspraak.Cent == betaling.Cent && afspraak.Tegenrekening == betaling.Iban && afspraak.Omschrijving == betaling.Omschrijving
        && afspraak.Schema?.Betaalschema(afspraak.Van, afspraak.Tot).Dagen(betaling.Gepland, betaling.Gepland).Any() == true;

    public static Guid Eigenaar(Afspraak afspraak) => afspraak.Crediteur ?? afspraak.Deelnemer;

    /// <summary>What was planned before today and never paid goes on the first bank day.</summary>
    private static IEnumerable<Betaaldag> Dagen(Afspraak afspraak, Betaalrun run, DateOnly vandaag) =>
        afspraak.Schema!.Betaalschema(afspraak.Van, afspraak.Tot).Dagen(run.Van.AddDays(-LangsteVerschuiving), run.Tot.AddDays(LangsteVerschuiving))
            .Where(dag => dag.Uitvoering >= run.Van && dag.Uitvoering <= run.Tot)
            .Select(dag => dag with { Uitvoering = dag.Uitvoering < vandaag ? Bankdagen.Vanaf(vandaag) : dag.Uitvoering });
}
