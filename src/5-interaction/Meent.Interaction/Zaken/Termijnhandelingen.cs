using System.Globalization;
using System.Text.Json;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;

namespace Meent.Interaction.Zaken;

/// <summary>The term of a zaak: longer, standing still, running again.</summary>
internal sealed class Termijnhandelingen(Zakenbron zaken, TimeProvider klok)
{
    private const int LangsteReden = 200;

    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal)
    {
        ["verlenging.duur"] = "dagen",
        ["verlenging.reden"] = Handelingen.Reden,
        ["opschorting.reden"] = Handelingen.Reden,
        ["uiterlijkeEinddatumAfdoening"] = "uiterlijk",
    };

    public IEnumerable<Handeling> Alle => [Verlengen, Opschorten, Hervatten];

    private Handeling Verlengen => new("verlengen", "calendar-plus", Rechten.ZakenBehandelen)
    {
        Naam = t => t["Termijn verlengen", "Extend the term"],
        Toets = "l",
        Uitleg = t => t["U verlengt de termijn één keer. Laat het de aanvrager weten.", "You extend the term once. Tell the applicant."],
        Gedaan = t => t["De termijn is verlengd.", "The term was extended."],
        Kan = beeld => beeld.Zaak is { IsOpen: true, IsVerlengd: false } && beeld.Zaaktype.VerlengingMogelijk && beeld.Termijn.Uiterlijk is not null,
        Velden = (verzoek, beeld) =>
        {
            var (t, langst) = (verzoek.T, Langst(beeld));
            return Task.FromResult<IReadOnlyList<Invoer>>(
            [
                new Getalinvoer("dagen", t["Aantal dagen langer", "Number of days longer"], 1, langst)
                {
                    Begin = langst.ToString(CultureInfo.InvariantCulture),
                    Hulp = t[$"Ten hoogste {langst} dagen. De termijn loopt nu tot en met {t.Datum(beeld.Termijn.Uiterlijk!.Value)}.", $"At most {langst} days. The term now runs until {t.Datum(beeld.Termijn.Uiterlijk!.Value)}."],
                },
            ]);
        },
        Doe = uitvoering =>
        {
            var dagen = int.Parse(uitvoering["dagen"], CultureInfo.InvariantCulture);
            return zaken.Wijzig(uitvoering.Verzoek, uitvoering.Beeld.Zaak, new
            {
                verlenging = new { reden = Kort(uitvoering.Reden), duur = $"P{dagen}D" },
                uiterlijkeEinddatumAfdoening = uitvoering.Beeld.Termijn.Uiterlijk!.Value.AddDays(dagen),
            }, uitvoering.Reden);
        },
        VeldVan = Velden,
    };

    private Handeling Opschorten => new("opschorten", "player-pause", Rechten.ZakenBehandelen)
    {
        Naam = t => t["Termijn opschorten", "Suspend the term"],
        Toets = "p",
        Uitleg = t => t["De termijn staat stil tot u hem hervat, bijvoorbeeld omdat u wacht op gegevens van de aanvrager.", "The term stands still until you resume it, for instance while you wait for data of the applicant."],
        Gedaan = t => t["De termijn staat stil.", "The term stands still."],
        Kan = beeld => beeld.Zaak is { IsOpen: true, IsOpgeschort: false } && beeld.Zaaktype.OpschortingEnAanhoudingMogelijk,
        Doe = uitvoering => zaken.Wijzig(uitvoering.Verzoek, uitvoering.Beeld.Zaak, new { opschorting = new { indicatie = true, reden = Kort(uitvoering.Reden) } }, uitvoering.Reden),
        VeldVan = Velden,
    };

    private Handeling Hervatten => new("hervatten", "player-play", Rechten.ZakenBehandelen)
    {
        Naam = t => t["Termijn hervatten", "Resume the term"],
        Toets = "h",
        Gedaan = t => t["De termijn loopt weer.", "The term runs again."],
        Kan = beeld => beeld.Zaak is { IsOpen: true, IsOpgeschort: true },
        Velden = async (verzoek, beeld) =>
        {
            var t = verzoek.T;
            var stil = Sinds(await zaken.Historie(verzoek, beeld.Zaak)) is { } sinds ? Math.Max(0, klok.Vandaag().DayNumber - sinds.DayNumber) : 0;
            return
            [
                new Datuminvoer("uiterlijk", t["Nieuwe uiterlijke einddatum", "New last day"])
                {
                    Begin = beeld.Termijn.Uiterlijk?.AddDays(stil).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
                    Hulp = t[$"De termijn stond {t.Dagen(stil)} stil. Dat is bij de einddatum opgeteld.", $"The term stood still for {t.Dagen(stil)}, which was added to the last day."],
                },
            ];
        },
        Doe = uitvoering => zaken.Wijzig(uitvoering.Verzoek, uitvoering.Beeld.Zaak, new
        {
            opschorting = new { indicatie = false, reden = "" },
            uiterlijkeEinddatumAfdoening = uitvoering.Formulier.Datum("uiterlijk", ""),
        }, uitvoering.Reden),
        VeldVan = Velden,
    };

    /// <summary>The day on which the audit trail last saw the term stop.</summary>
    private static DateOnly? Sinds(IEnumerable<Auditregel> historie) => historie
        .Where(regel => regel.Resource == "zaak" && Staat(regel.Wijzigingen?.Nieuw) && !Staat(regel.Wijzigingen?.Oud))
        .Select(regel => (DateOnly?)regel.Aanmaakdatum.LokaleDag()).Max();

    private static bool Staat(JsonElement? zaak) => zaak is { ValueKind: JsonValueKind.Object } stand && stand.TryGetProperty("opschorting", out var opschorting)
        && opschorting.ValueKind == JsonValueKind.Object && opschorting.TryGetProperty("indicatie", out var indicatie) && indicatie.ValueKind == JsonValueKind.True;

    /// <summary>What the zaaktype allows, in days from the present end.</summary>
    private static int Langst(Zaakbeeld beeld) => beeld.Termijn.Uiterlijk is { } einde && Periode.Lees(beeld.Zaaktype.Verlengingstermijn)?.Na(einde) is { } langst
        ? Math.Max(1, langst.DayNumber - einde.DayNumber) : 1;

    private static string Kort(string reden) => reden.Length <= LangsteReden ? reden : reden[..(LangsteReden - 1)] + "…";
}
