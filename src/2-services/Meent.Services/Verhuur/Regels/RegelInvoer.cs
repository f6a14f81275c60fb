using Meent.Services.EigenApi;
using Meent.Services.Verhuur.Gebieden;
using Meent.Services.Verhuur.Registraties;
using Meent.Standards.Problemen;

namespace Meent.Services.Verhuur.Regels;

/// <summary>Reads a version of the rules, and what of it cannot be meant.</summary>
internal static class RegelInvoer
{
    private const int MaxRegels = 50;

    public static Regelset Lees(Invoer invoer) => new(
        Guid.CreateVersion7(),
        0,
        invoer.Datum("geldigVan"),
        invoer.Verplicht("voorwaardenversie", 40),
        invoer.Delen("regels", MaxRegels, Regel),
        invoer.Delen("boetes", Enum.GetValues<Overtreding>().Length, Boete),
        invoer.OptioneelGetal("recidivejaren", 0, 10) ?? 0);

    /// <exception cref="ProbleemException">422: a row that can never be reached, an area that is not there, or a fine named twice.</exception>
    public static void Controleer(this Regelset regelset, IReadOnlyCollection<Gebied> gebieden)
    {
        var fouten = new List<OngeldigVeld>();
        if (regelset.Regels.Count == 0) fouten.Add(new("regels", "leeg", "Geef minstens een regel."));
        for (var i = 0; i < regelset.Regels.Count; i++)
        {
            var regel = regelset.Regels[i];
            if (regel.Gebied is { } gebied && !gebieden.Any(g => g.Id == gebied)) fouten.Add(new($"regels.{i}.gebied", "onbekend", "Dit gebied bestaat niet."));
            if (regelset.Regels.Take(i).Any(eerder => eerder.Omvat(regel)))
                fouten.Add(new($"regels.{i}", "onbereikbaar", $"Deze regel geldt nooit: een eerdere regel geldt al voor alles wat hij noemt. Zet '{regel.Naam}' hoger."));
            if (!regel.Registratieplicht && (regel.Meldplicht || regel.Vergunningplicht))
                fouten.Add(new($"regels.{i}.registratieplicht", "zonderRegistratie", "Melden of een vergunning kan alleen worden gevraagd waar ook een registratienummer nodig is."));
            if (!regel.Vergunningplicht && (regel.MaxVergunningen ?? regel.VergunningMaanden) is not null)
                fouten.Add(new($"regels.{i}.{(regel.MaxVergunningen is null ? "vergunningMaanden" : "maxVergunningen")}", "zonderVergunning", "Een aantal of een duur van vergunningen kan alleen waar een vergunning nodig is."));
            if (!regel.Meldplicht && regel.MaxNachtenPerKalenderjaar is not null)
                fouten.Add(new($"regels.{i}.maxNachtenPerKalenderjaar", "zonderMelding", "Nachten zijn alleen te tellen waar verblijven gemeld worden."));
        }

        foreach (var dubbel in regelset.Boetes.GroupBy(boete => boete.Overtreding).Where(groep => groep.Count() > 1))
            fouten.Add(new("boetes", "dubbel", $"De boete voor {dubbel.Key.Woord()} staat er twee keer."));
        if (fouten.Count > 0) throw Weigering.Regel(fouten);
    }

    private static bool Omvat(this Regel eerder, Regel later) =>
        (eerder.Gebied is null || eerder.Gebied == later.Gebied) && (eerder.Deel is null || eerder.Deel == later.Deel) && (eerder.Gebruik is null || eerder.Gebruik == later.Gebruik);

    private static Regel Regel(Invoer invoer) => new(
        invoer.Verplicht("naam", 100),
        invoer.OptioneleSleutel("gebied"),
        invoer.OptioneleKeuze<Deel>("deel"),
        invoer.OptioneleKeuze<Gebruik>("gebruik"),
        invoer.Vlag("registratieplicht"),
        invoer.Vlag("meldplicht"),
        invoer.OptioneelGetal("maxNachtenPerKalenderjaar", 0, 366),
        invoer.OptioneelGetal("maxPersonen", 1, 1000),
        invoer.Vlag("vergunningplicht"),
        invoer.OptioneelGetal("maxVergunningen", 0, 1_000_000))
    {
        VergunningMaanden = invoer.OptioneelGetal("vergunningMaanden", 1, 240),
    };

    private static Boete Boete(Invoer invoer) => new(
        invoer.Keuze<Overtreding>("overtreding"), invoer.Getal("bedrag", 1, 1_000_000), invoer.OptioneelGetal("bedragBijHerhaling", 1, 1_000_000));
}
