using System.Globalization;
using System.Text.Json.Serialization;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Interaction.Zaken;
using Meent.Standards;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>Figures for who watches over the use of personal data: from the logbook, the decisions between organisations, and what residents asked. No person is in them.</summary>
internal sealed class Toezichtbron(Bronnen bronnen, Zakenbron zaken, Catalogusbron catalogus, TimeProvider klok)
{
    private const int Grootte = 500;

    public async Task<Gebruikscijfers> Gebruik(Verzoek verzoek, DateOnly van, DateOnly tot) =>
        await bronnen.Haal<Gebruikscijfers>(verzoek.Namens(Doelen.Toezien), Diensten.Logboek, $"gebruik?van={Maand(van)}&tot={Maand(tot)}", verzoek.Stop) ?? new(0, [], []);

    /// <summary>Requests between organisations that the policy stopped.</summary>
    public async Task<IReadOnlyList<Weigercijfer>> Weigeringen(Verzoek verzoek, DateOnly van, DateOnly tot) =>
        (await bronnen.Haal<Weigercijfers>(verzoek.Namens(Doelen.Toezien), Diensten.Fsc, $"weigeringen?from={Maand(van)}&until={Maand(tot)}", verzoek.Stop))?.Refusals ?? [];

    /// <summary>How the requests of residents about their data stand: what is open, and what was handled since a day. Null when the organisation does not take them here.</summary>
    public async Task<Verzoekcijfers?> Verzoeken(Verzoek verzoek, DateOnly sinds)
    {
        if (!verzoek.Organisatie.Diensten.Contains(Diensten.Zaken)) return null;
        var versies = (await catalogus.Zaaktypen(verzoek, Doelen.ZakenBehandelen)).Versies.Where(z => z.Identificatie == Avgbron.Zaaktype).Select(z => z.Url).ToList();
        if (versies.Count == 0) return null;
        var vandaag = klok.Vandaag();
        var open = (await Alle(verzoek, versies, ("einddatum__isnull", true))).Where(z => z.IsOpen).Select(z => Termijn.Van(z, z.Uit?.Zaaktype?.Doorlooptijd, vandaag)).ToList();
        var af = (await Alle(verzoek, versies, ("einddatum__gt", sinds.AddDays(-1)))).Where(z => z.Einddatum >= sinds).ToList();
        return new Verzoekcijfers(
            open.Count,
            open.Count(t => t.Stand == Termijnstand.Bijna),
            open.Count(t => t.Stand == Termijnstand.Verstreken),
            open.Count(t => t.Stand == Termijnstand.Opgeschort),
            af.Count,
            af.Count(z => !(z.Einddatum > Termijn.Van(z, z.Uit?.Zaaktype?.Doorlooptijd, vandaag).Uiterlijk)),
            af.Count == 0 ? null : (int)Math.Round(af.Average(z => z.Einddatum!.Value.DayNumber - z.Startdatum.DayNumber)));
    }

    private async Task<IReadOnlyList<Zaak>> Alle(Verzoek verzoek, IReadOnlyList<string> versies, (string Naam, object Waarde) filter)
    {
        var gevonden = new List<Zaak>();
        for (var plaats = Plaats.Begin; plaats is not null;)
        {
            var blad = await zaken.Zoek(verzoek, new Dictionary<string, object>(StringComparer.Ordinal) { ["zaaktype__in"] = versies, [filter.Naam] = filter.Waarde, ["ordering"] = "startdatum" }, Grootte, plaats);
            gevonden.AddRange(blad.Results);
            plaats = Plaats.Van(blad.Next);
        }

        return gevonden;
    }

    private static string Maand(DateOnly dag) => dag.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

/// <param name="Drempel">Of fewer persons it is not told how many.</param>
internal sealed record Gebruikscijfers(int Drempel, IReadOnlyList<Gebruiksmaand> Maanden, IReadOnlyList<Gebruikscijfer> Regels);

internal sealed record Gebruiksmaand([property: JsonPropertyName("maand")] string Code, DateTimeOffset? Geteld);

/// <param name="Betrokkenen">Null when they are too few to tell.</param>
/// <param name="Register"><c>geldig</c>, <c>goldNiet</c> or <c>onbekend</c>.</param>
internal sealed record Gebruikscijfer(string Maand, string Activiteit, string? Naam, string Register, Partij? Aanroeper, long Aantal, long Mislukt, long? Betrokkenen, DateTimeOffset Laatste)
{
    /// <summary>Last part of the URI of the activity.</summary>
    public string Code => Activiteit[(Activiteit.LastIndexOf(':') + 1)..];

    public string Titel => Naam ?? Code;
}

/// <summary>As the API of the integration layer has it.</summary>
internal sealed record Weigercijfers(IReadOnlyList<Weigercijfer> Refusals);

internal sealed record Weigercijfer(string Month, [property: JsonPropertyName("service_name")] string Dienst, string Besluit, long Count);

/// <param name="Gemiddeld">Days that handling took; null when none was handled.</param>
internal sealed record Verzoekcijfers(int Open, int Bijna, int TeLaat, int Opgeschort, int Afgerond, int OpTijd, int? Gemiddeld);
