using Meent.Interaction.Opvragen;
using Meent.Interaction.Taal;

namespace Meent.Interaction.Signalen;

/// <summary>The rules for unusual use, in plain words.</summary>
internal static class Signaalwoorden
{
    public static readonly IReadOnlyList<string> Regels = ["veel-personen", "buiten-werktijd", "zonder-zaak"];

    public static string Naam(Tekst t, string regel) => regel switch
    {
        "veel-personen" => t["Veel meer personen dan collega's", "Far more persons than colleagues"],
        "buiten-werktijd" => t["Buiten werktijd", "Outside working hours"],
        "zonder-zaak" => t["Zonder zaak", "Without a case"],
        _ => regel,
    };

    /// <summary>What the rule looks at, with its limits.</summary>
    public static string Uitleg(Tekst t, string regel, Signaalregels r) => regel switch
    {
        "veel-personen" => t[
            $"Iemand gebruikt op één dag voor één doel gegevens van {r.VeelPersonen} of meer verschillende personen, en van {r.KeerCollegas} keer zo veel als de middelste van de collega's met hetzelfde doel die dag. Zijn er minder dan {r.Collegas} collega's, dan geldt deze regel niet.",
            $"Somebody uses data of {r.VeelPersonen} or more different persons on one day for one purpose, and of {r.KeerCollegas} times as many as the middle one of the colleagues with the same purpose that day. With fewer than {r.Collegas} colleagues this rule does not hold."],
        "buiten-werktijd" => t[
            $"Iemand gebruikt op één dag gegevens van {r.BuitenWerktijd} of meer verschillende personen op zaterdag of zondag, of voor {r.Van:HH\\:mm} of vanaf {r.Tot:HH\\:mm} uur. Feestdagen en roosters kent deze regel niet.",
            $"Somebody uses data of {r.BuitenWerktijd} or more different persons on one day on a Saturday or Sunday, or before {r.Van:HH\\:mm} or from {r.Tot:HH\\:mm} on. This rule knows no holidays and no rosters."],
        _ => t[
            $"Iemand gebruikt op één dag gegevens van {r.ZonderZaak} of meer verschillende personen en noemt daarbij geen zaak, alleen een reden.",
            $"Somebody uses data of {r.ZonderZaak} or more different persons on one day and names no case with it, only a reason."],
    };

    /// <summary>What the logbook refuses.</summary>
    public static Func<string, string?> Weigering(Tekst t) => code => code switch
    {
        "vier-ogen" => t["U hebt de naam zelf gevraagd. Een ander beslist.", "You asked for the name yourself. Somebody else decides."],
        "permission_denied" => t["Dit signaal gaat over u. Anderen beslissen erover.", "This signal is about you. Others decide on it."],
        "al-gevraagd" => t["De naam is al gevraagd of vrijgegeven, of een ander was u voor.", "The name was asked or released already, or somebody else was first."],
        "geen-vraag" => t["Er is al beslist.", "It was decided already."],
        _ => null,
    };
}
