using Meent.Interaction.Opvragen;
using Meent.Interaction.Taal;

namespace Meent.Interaction.Vergunningen;

/// <summary>Permits, as people read them.</summary>
internal static class Vergunningwoorden
{
    public static string Status(Tekst t, string status) => status switch
    {
        "aangevraagd" => t["Aangevraagd", "Applied for"],
        "verleend" => t["Verleend", "Granted"],
        "geweigerd" => t["Geweigerd", "Refused"],
        _ => t["Ingetrokken", "Withdrawn"],
    };

    public static string Kleur(string status) => status switch { "verleend" => "merkje--goed", "aangevraagd" => "merkje--nu", _ => "" };

    public static string Tijd(Tekst t, Vergunning v) => v.Tot is { } tot
        ? t[$"{t.Datum(v.Van)} tot en met {t.Datum(tot)}", $"{t.Datum(v.Van)} up to and including {t.Datum(tot)}"]
        : t[$"Vanaf {t.Datum(v.Van)}", $"From {t.Datum(v.Van)}"];

    /// <summary>Why the register refuses. It explains itself in Dutch; in English we do.</summary>
    public static string? Weigering(Tekst t, string code) => t == Tekst.Engels
        ? code switch
        {
            "nietActief" => "This registration number is not valid.",
            "voorbij" => "A permit cannot start before today.",
            "geenVergunningplicht" => "No permit is needed for this home on that day.",
            "dubbel" => "There is already an application or a permit for that time.",
            "quotumVol" => "The largest number of permits for that time has been reached.",
            "lotingNodig" => "There are more applications than permits left: draw lots first.",
            "eerderePlaats" => "Decide first on the applications with an earlier place.",
            "nietsTeLoten" => "There are no applications without a place.",
            "nietVanuitDezeStand" => "This is not possible any more.",
            _ => null,
        }
        : null;
}
