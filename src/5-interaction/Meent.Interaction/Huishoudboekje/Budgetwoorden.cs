using System.Globalization;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Taal;

namespace Meent.Interaction.Huishoudboekje;

/// <summary>The household budget, as people read it.</summary>
internal static class Budgetwoorden
{
    /// <summary>An amount in cents as people read it; what was paid has a minus before it.</summary>
    public static string Centen(this Tekst t, long cent) => (cent < 0 ? "\u2212" : "") + t.Euro(Math.Abs(cent) / 100m);

    /// <summary>From what people type: <c>1.684,50</c>, <c>1684.5</c> or <c>75</c>; null when it is no amount.</summary>
    public static long? Cent(string tekst)
    {
        var kaal = tekst.Replace("€", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        // With a comma points are for thousands; without one the point is the comma.
        kaal = kaal.Contains(',', StringComparison.Ordinal) ? kaal.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : kaal;
        return decimal.TryParse(kaal, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var bedrag) && bedrag * 100 == decimal.Truncate(bedrag * 100) && bedrag < 1_000_000 ? (long)(bedrag * 100) : null;
    }

    /// <summary>In groups of four.</summary>
    public static string Iban(string iban) => string.Join(' ', iban.Chunk(4).Select(deel => new string(deel)));

    public static string Status(Tekst t, string status) => status switch
    {
        "aangemeld" => t["Begint nog", "Not begun yet"],
        "actief" => t["Doet mee", "Takes part"],
        "beeindigd" => t["Gestopt", "Ended"],
        "voorgesteld" => t["Voorgesteld", "Proposed"],
        "vrijgegeven" => t["Vrijgegeven", "Released"],
        "uitgevoerd" => t["Betaald", "Paid"],
        "geblokkeerd" => t["Kan niet", "Cannot be paid"],
        "geweigerd" => t["Geweigerd door de bank", "Refused by the bank"],
        "geldig" => t["Bevestigd", "Confirmed"],
        _ => t["Vervallen", "Lapsed"],
    };

    public static string Kleur(string status) => status switch { "actief" or "uitgevoerd" or "geldig" or "vrijgegeven" => "merkje--goed", "voorgesteld" or "aangemeld" => "merkje--nu", _ => "" };

    public static string Reden(Tekst t, string? reden) => reden switch
    {
        "saldo" => t["Het saldo is te laag.", "The balance is too low."],
        "rekening" => t["De rekening is nog niet door een tweede medewerker bevestigd.", "The account has not been confirmed by a second employee."],
        null => "",
        var anders => anders,
    };

    public static string Signaal(Tekst t, Budgetsignaal s) => s.Soort switch
    {
        "ontbreekt" => t[$"Verwacht op {t.Datum(s.Dag)}, niet gekomen: {t.Centen(Math.Abs(s.Cent))}", $"Expected on {t.Datum(s.Dag)}, has not come: {t.Centen(Math.Abs(s.Cent))}"],
        "bedrag" => t[$"Ander bedrag op {t.Datum(s.Dag)}: {t.Centen(Math.Abs(s.Cent))} {(s.Cent < 0 ? "minder" : "meer")} op de rekening dan verwacht", $"Other amount on {t.Datum(s.Dag)}: {t.Centen(Math.Abs(s.Cent))} {(s.Cent < 0 ? "less" : "more")} on the account than expected"],
        "meerdere" => t[$"Meer dan een keer op {t.Datum(s.Dag)}: verschil {t.Centen(s.Cent)}", $"More than once on {t.Datum(s.Dag)}: difference {t.Centen(s.Cent)}"],
        _ => t[$"Saldo onder nul: {t.Centen(s.Cent)}", $"Balance below zero: {t.Centen(s.Cent)}"],
    };

    /// <summary>When it is paid or expected.</summary>
    public static string Wanneer(Tekst t, Budgetafspraak a) => a.Schema switch
    {
        null => t["Niet vast", "Not fixed"],
        { Eenmalig: true } => t[$"Eén keer, op {t.Datum(a.Van)}", $"Once, on {t.Datum(a.Van)}"],
        { ByDay.Count: > 0 } s => t["Elke week op ", "Every week on "] + string.Join(", ", s.ByDay.Select(dag => Dag(t, dag))),
        { ByMonth.Count: > 0 } s => t[$"Op de {string.Join(", ", s.ByMonthDay)}e van {string.Join(", ", s.ByMonth.Select(m => Maand(t, m)))}", $"On day {string.Join(", ", s.ByMonthDay)} of {string.Join(", ", s.ByMonth.Select(m => Maand(t, m)))}"],
        var s => t[$"Elke maand op de {string.Join(", ", s.ByMonthDay)}e", $"Every month on day {string.Join(", ", s.ByMonthDay)}"],
    };

    public static string Dag(Tekst t, int dag) => (dag switch
    {
        1 => t["maandag", "Monday"],
        2 => t["dinsdag", "Tuesday"],
        3 => t["woensdag", "Wednesday"],
        4 => t["donderdag", "Thursday"],
        5 => t["vrijdag", "Friday"],
        6 => t["zaterdag", "Saturday"],
        _ => t["zondag", "Sunday"],
    });

    private static string Maand(Tekst t, int maand) => t.Maand(new DateOnly(2000, maand, 1)).Split(' ')[0];
}
