using Meent.Interaction.Taal;

namespace Meent.Interaction.Verzoeken;

/// <summary>A right of who the data are about (AVG), in the words of the law: inzage, rectificatie and bezwaar are three things.</summary>
internal sealed record Verzoeksoort(string Code, Func<Tekst, string> Naam, Func<Tekst, string> Uitleg)
{
    public static readonly IReadOnlyList<Verzoeksoort> Alle =
    [
        new("inzage", t => t["Inzage", "Access"], t => t["U wilt weten welke gegevens de gemeente van u heeft en gebruikt (AVG artikel 15).", "You want to know which data of yours the municipality has and uses (GDPR article 15)."]),
        new("rectificatie", t => t["Rectificatie", "Rectification"], t => t["Er klopt iets niet, en u wilt dat het wordt verbeterd (AVG artikel 16).", "Something is wrong, and you want it corrected (GDPR article 16)."]),
        new("bezwaar", t => t["Bezwaar", "Objection"], t => t["U wilt dat uw gegevens hiervoor niet meer worden gebruikt, om iets wat met uw eigen situatie te maken heeft (AVG artikel 21).", "You want your data no longer to be used for this, for a reason to do with your own situation (GDPR article 21)."]),
    ];

    public static Verzoeksoort? Van(string code) => Alle.FirstOrDefault(s => s.Code == code);
}
