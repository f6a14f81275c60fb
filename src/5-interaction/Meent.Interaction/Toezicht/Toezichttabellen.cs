using System.Globalization;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Taal;

namespace Meent.Interaction.Toezicht;

/// <summary>The tables of a dashboard, from the figures of a period.</summary>
internal sealed class Toezichttabellen(Tekst t, Toezichtcijfers cijfers)
{
    private string Niets => t["In deze periode zijn geen gegevens gebruikt.", "No data was used in this period."];
    private string Keren => t["Keren gebruikt", "Times used"];
    private string Mislukt => t["Mislukt", "Failed"];
    private string Verwerking => t["Verwerking", "Processing activity"];
    private string Vrager => t["Wie vroeg erom", "Who asked"];

    public Cijfertabel Maanden() => new(
        "maanden", t["Gebruik per maand", "Use per month"],
        t["Een keer is één handeling met gegevens van één persoon. Een maand loopt in UTC.", "One time is one action on data of one person. A month is that of UTC."], Niets,
        [t["Maand", "Month"], Keren, Mislukt, t["Geteld op", "Counted on"]],
        [.. cijfers.Maanden.Reverse().Select(maand => new Cijferrij(
            [maand, Som(VanMaand(maand)), VanMaand(maand).Sum(r => r.Mislukt), cijfers.Gebruik.Maanden.FirstOrDefault(m => m.Code == Code(maand)) is { } geteld ? geteld.Geteld is { } moment ? moment : t["nog niet", "not yet"] : "–"]))]);

    public Cijfertabel Verwerkingen() => new(
        "verwerkingen", t["Gebruik per verwerking", "Use per processing activity"], t["Waarvoor de gegevens gebruikt zijn.", "What the data was used for."], Niets,
        [Verwerking, Keren, Mislukt],
        [.. cijfers.Gebruik.Regels.GroupBy(r => r.Activiteit).OrderByDescending(Som).Select(r => new Cijferrij([r.Last().Titel, Som(r), r.Sum(e => e.Mislukt)], InRegister(r.Last()) ? $"/werk/verwerkingen/{r.Last().Code}" : null))],
        Staaf: 1);

    public Cijfertabel Organisaties() => new(
        "organisaties", t["Gebruik per organisatie", "Use per organisation"], t["Op wiens verzoek: van onszelf, of van een andere organisatie.", "At whose request: our own, or that of another organisation."], Niets,
        [Vrager, Keren, Mislukt],
        [.. cijfers.Gebruik.Regels.GroupBy(Wie).OrderByDescending(Som).Select(r => new Cijferrij([r.Key, Som(r), r.Sum(e => e.Mislukt)]))],
        Staaf: 1);

    /// <param name="maand">Of one month; of all without.</param>
    public Cijfertabel Personen(DateOnly? maand) => new(
        "personen", maand is { } een ? t[$"Personen in {t.Maand(een)}", $"Persons in {t.Maand(een)}"] : t["Personen", "Persons"],
        t[$"Over hoeveel verschillende personen het ging. Bij minder dan {cijfers.Gebruik.Drempel} staat het aantal er niet: anders is iemand te herkennen.", $"How many different persons it was about. Below {cijfers.Gebruik.Drempel} the number is not told: somebody might be recognised."],
        t["In deze maand zijn geen gegevens gebruikt.", "No data was used in this month."],
        [Verwerking, t["Maand", "Month"], Vrager, Keren, t["Personen", "Persons"]],
        [.. cijfers.Gebruik.Regels.Where(r => maand is null || r.Maand == Code(maand.Value)).OrderByDescending(r => r.Maand).ThenByDescending(r => r.Aantal).Select(r => new Cijferrij(
            [r.Titel, Dag(r.Maand), Wie(r), r.Aantal, r.Betrokkenen is { } aantal ? aantal : t[$"minder dan {cijfers.Gebruik.Drempel}", $"fewer than {cijfers.Gebruik.Drempel}"]]))]);

    public Cijfertabel BuitenRegister() => new(
        "buiten-register", t["Gebruikt en niet geldig in het register", "Used and not valid in the register"],
        t["Elke verwerking hoort in het register te staan en te gelden als zij gebruikt wordt (AVG, artikel 30).", "Each processing activity has to be in the register, and to hold when it is used (GDPR, article 30)."],
        t["Alles wat gebruikt is, stond toen in het register.", "All that was used was in the register then."],
        [Verwerking, t["Wat er is", "What is the matter"], t["Laatst gebruikt", "Last used"], Keren],
        [.. cijfers.Gebruik.Regels.Where(r => r.Register != "geldig").GroupBy(r => r.Activiteit).OrderByDescending(Som).Select(r => new Cijferrij(
            [r.Last().Titel, InRegister(r.Last()) ? t["Gold toen niet", "Did not hold then"] : t["Staat niet in het register", "Is not in the register"], r.Max(e => e.Laatste), Som(r)], InRegister(r.Last()) ? $"/werk/verwerkingen/{r.Last().Code}" : null))]);

    public Cijfertabel Weigeringen() => new(
        "weigeringen", t["Geweigerde verzoeken", "Refused requests"],
        t["Verzoeken tussen organisaties die het beleid tegenhield, zo ver als het beslissingenlog teruggaat.", "Requests between organisations that the policy stopped, as far back as the decision log goes."],
        t["Er is niets geweigerd. Zonder beleid wordt er niets beslist.", "Nothing was refused. Without a policy nothing is decided."],
        [t["Dienst", "Service"], t["Maand", "Month"], t["Geweigerd", "Refused"], t["Geen besluit", "No decision"]],
        [.. cijfers.Weigeringen.GroupBy(w => (w.Month, w.Dienst)).OrderByDescending(w => w.Key.Month).ThenBy(w => w.Key.Dienst, StringComparer.Ordinal).Select(w => new Cijferrij(
            [w.Key.Dienst, Dag(w.Key.Month), w.Where(e => e.Besluit == "geweigerd").Sum(e => e.Count), w.Where(e => e.Besluit != "geweigerd").Sum(e => e.Count)]))]);

    public Cijfertabel Verzoeken() => new(
        "verzoeken", t["Verzoeken van inwoners", "Requests of residents"],
        t["Inzage, rectificatie en bezwaar. De wet geeft een maand (AVG, artikel 12).", "Access, rectification and objection. The law gives a month (GDPR, article 12)."],
        t["Deze organisatie neemt zulke verzoeken hier niet aan.", "This organisation does not take such requests here."],
        [t["Stand", "State"], t["Aantal", "Number"]],
        cijfers.Verzoeken is not { } v ? [] :
        [
            new([t["Open", "Open"], (long)v.Open]),
            new([t["Open, klaar binnen een week", "Open, due within a week"], (long)v.Bijna]),
            new([t["Open, te laat", "Open, late"], (long)v.TeLaat]),
            new([t["Open, termijn staat stil", "Open, term suspended"], (long)v.Opgeschort]),
            new([t["Afgerond in deze periode", "Handled in this period"], (long)v.Afgerond]),
            new([t["Afgerond, op tijd", "Handled, in time"], (long)v.OpTijd]),
            new([t["Gemiddeld aantal dagen tot afgerond", "Days until handled, on average"], v.Gemiddeld is { } dagen ? (long)dagen : "–"]),
        ]);

    /// <summary>Null when there is no such table.</summary>
    public Cijfertabel? Van(string code) => code switch
    {
        "maanden" => Maanden(),
        "verwerkingen" => Verwerkingen(),
        "organisaties" => Organisaties(),
        "personen" => Personen(null),
        "buiten-register" => BuitenRegister(),
        "weigeringen" => Weigeringen(),
        "verzoeken" => Verzoeken(),
        _ => null,
    };

    private IEnumerable<Gebruikscijfer> VanMaand(DateOnly maand) => cijfers.Gebruik.Regels.Where(r => r.Maand == Code(maand));

    private string Wie(Gebruikscijfer regel) => regel.Aanroeper?.Naam ?? t["Wijzelf", "We ourselves"];

    private static long Som(IEnumerable<Gebruikscijfer> regels) => regels.Sum(r => r.Aantal);

    private static bool InRegister(Gebruikscijfer regel) => regel.Register != "onbekend";

    private static string Code(DateOnly maand) => maand.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static DateOnly Dag(string maand) => DateOnly.ParseExact(maand, "yyyy-MM", CultureInfo.InvariantCulture);
}

/// <param name="Maanden">Of the period, the first first.</param>
/// <param name="Verzoeken">Null when the organisation does not take them here.</param>
internal sealed record Toezichtcijfers(IReadOnlyList<DateOnly> Maanden, Gebruikscijfers Gebruik, IReadOnlyList<Weigercijfer> Weigeringen, Verzoekcijfers? Verzoeken);
