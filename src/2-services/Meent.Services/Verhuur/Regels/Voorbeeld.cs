using Meent.Services.Verhuur.Registraties;

namespace Meent.Services.Verhuur.Regels;

/// <summary>Rules as Dutch municipalities have them, under invented names; a start for who writes their own.</summary>
/// <param name="Kenmerk">What is typical of it.</param>
internal sealed record Voorbeeld(string Naam, string Kenmerk, string Voorwaardenversie, IReadOnlyList<Regel> Regels, IReadOnlyList<Boete> Boetes, int Recidivejaren)
{
    public static readonly IReadOnlyList<Voorbeeld> Alle =
    [
        // A city under pressure: number, report and permit, thirty nights, four guests; fines by severity.
        new("Grachtenhoek", "Nummer, melding en vergunning; 30 nachten en 4 personen; alleen wie er woont.", "Voorbeeld Grachtenhoek",
            [
                Regel("Eigen woning", 30, 4, vergunning: true) with { Gebruik = Gebruik.Hoofdverblijf },
                Regel("Geen eigen woning", 0, 4, vergunning: true),
            ],
            [
                new(Overtreding.NietHoofdverblijf, 21_750, null), new(Overtreding.TeVeelNachten, 11_600, null), new(Overtreding.TeVeelPersonen, 11_600, null),
                new(Overtreding.GeenVergunning, 8_700, null), new(Overtreding.NietGemeld, 8_700, null), new(Overtreding.GeenRegistratienummer, 8_700, null),
            ], 0),
        // A seaside town: thirty days for one household or four persons, no permit.
        new("Strandwijk", "Nummer en melding; 30 nachten en 4 personen; geen vergunning.", "Voorbeeld Strandwijk", [Regel("Hele gemeente", 30, 4)], [], 0),
        // Villages near a city: only a number, and a fine that doubles.
        new("Dijkland", "Alleen een nummer; boete van 1.500 euro, bij herhaling 3.000.", "Voorbeeld Dijkland", [AlleenNummer("Hele gemeente")],
            [new(Overtreding.GeenRegistratienummer, 1_500, 3_000)], 2),
        // A coast with holiday parks: only dwellings that somebody lives in or may live in; the number also serves fire safety.
        new("Zeedorp", "Alleen een nummer, in de hele gemeente; geen grens aan nachten.", "Voorbeeld Zeedorp", [AlleenNummer("Hele gemeente")], [], 0),
    ];

    private static Regel Regel(string naam, int nachten, int personen, bool vergunning = false) =>
        new(naam, null, null, null, Registratieplicht: true, Meldplicht: true, nachten, personen, vergunning, null);

    private static Regel AlleenNummer(string naam) => new(naam, null, null, null, Registratieplicht: true, Meldplicht: false, null, null, Vergunningplicht: false, null);
}
