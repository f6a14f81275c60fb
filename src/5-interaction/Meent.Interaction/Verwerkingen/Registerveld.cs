using Meent.Interaction.Taal;

namespace Meent.Interaction.Verwerkingen;

internal enum Veldsoort
{
    Regel,
    Tekst,

    /// <summary>A line for each.</summary>
    Lijst,

    /// <summary>A line for each: role, colon, data.</summary>
    Persoonsgegevens,
    Grondslag,
    Termijn,
    Vertrouwelijkheid,
    Activiteit,
}

/// <summary>A field of the register: the form, the page and the comparison of versions all go by this list.</summary>
/// <param name="Naam">As the register has it.</param>
internal sealed record Registerveld(string Naam, string Nederlands, string Engels, Veldsoort Soort, string HulpNederlands = "", string HulpEngels = "")
{
    public static readonly IReadOnlyList<string> Grondslagen =
        ["Toestemming betrokkene", "Uitvoering overeenkomst", "Wettelijke verplichting", "Vitaal belang", "Publieke taak", "Gerechtvaardigd belang"];

    public static readonly IReadOnlyList<Registerveld> Alle =
    [
        new("naam", "Naam", "Name", Veldsoort.Regel),
        new("doel", "Doel", "Purpose", Veldsoort.Tekst, "In gewone taal: inwoners lezen dit.", "In plain language: residents read this."),
        new("grondslag", "Grondslag", "Legal ground", Veldsoort.Grondslag, "Artikel 6 van de AVG.", "Article 6 of the GDPR."),
        new("toelichtingGrondslag", "Wet en artikel", "Law and article", Veldsoort.Tekst),
        new("wetten", "Waar die wet te lezen is", "Where that law can be read", Veldsoort.Lijst, "Een adres per regel, dat met https:// begint.", "One address a line, beginning with https://."),
        new("categorie", "Onderwerp", "Subject", Veldsoort.Regel),
        new("verantwoordelijkeBestuursorgaan", "Verantwoordelijk bestuursorgaan", "Responsible body", Veldsoort.Regel),
        new("gezamenlijkVerantwoordelijken", "Wie samen met ons verantwoordelijk is", "Who is responsible along with us", Veldsoort.Lijst, "Een organisatie per regel.", "One organisation a line."),
        new("bovenliggendeActiviteit", "Onderdeel van", "Part of", Veldsoort.Activiteit),
        new("gebaseerdOp", "Volgt het voorbeeld", "Follows the model", Veldsoort.Regel, "Adres van de activiteit in een modelregister.", "Address of the activity in a model register."),
        new("verwerktePersoonsgegevens", "Van wie welke gegevens", "Whose data, and which", Veldsoort.Persoonsgegevens, "Per regel: wie, een dubbele punt, welk gegeven. Zoals: aanvrager: naam.", "On each line: who, a colon, which data. Such as: applicant: name."),
        new("herkomst", "Waar de gegevens vandaan komen", "Where the data come from", Veldsoort.Tekst),
        new("afnemendeCategorieOntvangers", "Wie de gegevens krijgt", "Who receives the data", Veldsoort.Lijst, "Een soort ontvanger per regel.", "One kind of recipient a line."),
        new("afnemendeInternationaleDerden", "Ontvangers buiten de Europese Unie", "Recipients outside the European Union", Veldsoort.Lijst, "Een ontvanger per regel, met het land.", "One recipient a line, with the country."),
        new("delenMet", "Met wie de inwoner kan delen", "With whom a resident can share", Veldsoort.Lijst, "Alleen bij toestemming. Per regel de activiteit van de ontvanger, zoals urn:nld:oin:00000001990000011000:verwerkingsactiviteit:streekgids.", "Only with consent. On each line the activity of the recipient, such as urn:nld:oin:00000001990000011000:verwerkingsactiviteit:streekgids."),
        new("waarborgenDoorgifte", "Wat de gegevens daar beschermt", "What protects the data there", Veldsoort.Tekst),
        new("bewaartermijn", "Hoe lang de gegevens bewaard worden", "How long the data are kept", Veldsoort.Tekst),
        new("bewaartermijnLog", "Hoe lang het gebruik in het logboek blijft", "How long the use stays in the log", Veldsoort.Termijn),
        new("vertrouwelijkheid", "Mag de inwoner het gebruik zien?", "May the resident see the use?", Veldsoort.Vertrouwelijkheid),
        new("vertrouwelijkheidstermijn", "Hoe lang het verborgen blijft", "How long it stays hidden", Veldsoort.Termijn, "Alleen als het verborgen is. Zonder termijn tot u het opheft.", "Only when it is hidden. Without a term until you lift it."),
        new("beveiligingsmaatregelen", "Hoe de gegevens beschermd zijn", "How the data are protected", Veldsoort.Tekst),
        new("gegevens", "Wat programma's hiervoor mogen gebruiken", "What programs may use for this", Veldsoort.Lijst, "Per regel: dienst, dubbele punt, veld. Zoals personen:naam, of personen:* voor alles. De bron weigert wat hier niet staat.", "On each line: service, colon, field. Such as personen:naam, or personen:* for all. The source refuses what does not stand here."),
    ];

    public bool Verplicht => Naam is "naam" or "doel" or "grondslag" or "bewaartermijnLog" or "vertrouwelijkheid";

    public bool IsLijst => Soort is Veldsoort.Lijst or Veldsoort.Persoonsgegevens;

    /// <summary>As the register takes it; null to leave it out.</summary>
    public object? Waarde(string tekst)
    {
        if (!IsLijst) return tekst.Length == 0 ? null : tekst;
        var regels = tekst.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Soort == Veldsoort.Lijst) return regels;
        return regels.Select(regel => regel.Split(':', 2, StringSplitOptions.TrimEntries)).Select(deel => new { rolBetrokkene = deel[0], naam = deel.Length > 1 ? deel[1] : "" });
    }

    public string Label(Tekst t) => t[Nederlands, Engels];

    public string? Hulp(Tekst t) => HulpNederlands.Length == 0 ? null : t[HulpNederlands, HulpEngels];
}
