using System.Globalization;
using Meent.Integration.Auditlog;
using Meent.Integration.Fsc;
using Meent.Standards.Beheer;
using Meent.Standards.Problemen;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Afrekening;

/// <summary><c>meent fsc afrekening …</c>: shows a month, counts one that is closed again, closes one, and says what solutions are settled by.</summary>
internal sealed class Afrekentaken(Afrekeningen afrekeningen, Opgaven opgaven, IOptions<FscOptions> options, TimeProvider klok)
{
    private static readonly CultureInfo Nederlands = CultureInfo.GetCultureInfo("nl-NL");

    /// <exception cref="ProbleemException">A closed month does not follow from the log.</exception>
    public async Task Toon(Beheeropdracht opdracht, CancellationToken stop)
    {
        var maand = Maand.Lees(opdracht.Bestand);
        var beeld = await afrekeningen.Maak(opdracht.Organisatie, maand, metBewijs: true, stop);
        opdracht.Melding(beeld.Gesloten is { } gesloten ? $"{maand}: gesloten op {gesloten:yyyy-MM-ddTHH:mm:ssZ}" : $"{maand}: open");
        foreach (var groep in beeld.Regels.GroupBy(r => (r.Kant, r.Peer)))
        {
            opdracht.Melding($"{groep.Key.Kant}  {groep.Key.Peer}  {beeld.Namen.GetValueOrDefault(groep.Key.Peer, "?")}  {groep.Sum(r => r.Bedrag).ToString("C", Nederlands)}");
            foreach (var regel in groep) opdracht.Melding($"  {Regel(regel)}");
        }

        if (beeld.Gesloten is not null) await Controleer(opdracht, maand, stop);
    }

    public async Task Sluit(Beheeropdracht opdracht, CancellationToken stop)
    {
        await afrekeningen.Sluit(opdracht.Organisatie, Maand.Lees(opdracht.Bestand), Opdrachtgever.Opdrachtregel(opdracht.Reden), stop);
        await Toon(opdracht, stop);
    }

    /// <summary>What solutions are settled by.</summary>
    public async Task Geef(Beheeropdracht opdracht, CancellationToken stop)
    {
        var opgave = await opgaven.Maak(opdracht.Organisatie, Maand.Lees(opdracht.Bestand), stop);
        opdracht.Melding($"{opdracht.Organisatie.Oin}  {opdracht.Organisatie.Naam}  peildag {opgave.Peildag:yyyy-MM-dd}, geteld {opgave.Gemeten:yyyy-MM-ddTHH:mm:ssZ}");
        foreach (var regel in opgave.Regels)
        {
            opdracht.Melding($"  {regel.Oplossing}: {regel.Aantal} {regel.Wat}{(regel.OpPeildag ? "" : " (nu)")}");
            opdracht.Melding($"    {regel.Uitleg}");
        }
    }

    private async Task Controleer(Beheeropdracht opdracht, Maand maand, CancellationToken stop)
    {
        var (alleenGesloten, alleenLog) = await afrekeningen.Controleer(opdracht.Organisatie, maand, stop);
        if (alleenGesloten.Count + alleenLog.Count == 0)
        {
            opdracht.Melding("Opnieuw geteld: gelijk aan het transactielog.");
            return;
        }

        if (maand.Van < klok.GetUtcNow() - options.Value.LogBewaren)
        {
            opdracht.Melding("Van deze maand is het transactielog (deels) gewist; wat bij het sluiten is geteld blijft, met het bewijs.");
            return;
        }

        foreach (var regel in alleenGesloten) opdracht.Melding($"- {Regel(regel)}");
        foreach (var regel in alleenLog) opdracht.Melding($"+ {Regel(regel)}");
        throw new ProbleemException(new Probleem(409, FscCodes.InvalidRequest, $"De afrekening van {maand} volgt niet uit het transactielog.", "Met - staat wat is afgerekend, met + wat het log zegt."));
    }

    private static string Regel(Afrekenregel r) =>
        $"{r.Kant} {r.Peer} {r.Dienst} {r.Soort} {r.Grant} {r.Aantal} x {r.Euros.ToString("0.00####", Nederlands)} = {r.Bedrag.ToString("0.00", Nederlands)} {r.Bewijs}".TrimEnd();
}
