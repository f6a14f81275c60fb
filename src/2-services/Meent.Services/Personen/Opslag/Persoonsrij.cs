using System.Globalization;
using Meent.Data.Opslag;
using Meent.Services.Personen.Lijst;

namespace Meent.Services.Personen.Opslag;

/// <summary>A persoonslijst on its way to the store: the body, and what it is found by.</summary>
/// <param name="Zoeksleutels">Of the columns from <c>gemeente</c> on, in their order.</param>
/// <param name="Sleutels">What it is found by of which there are several.</param>
internal sealed record Persoonsrij(string Anummer, string? Bsn, string? Opschorting, Utf8Text Body, object?[] Zoeksleutels, IReadOnlyList<(Sleutelsoort Soort, string Waarde)> Sleutels)
{
    /// <summary>In which the person is, or was last, registered.</summary>
    public string? Gemeente => (string?)Zoeksleutels[0];

    /// <returns>Null when the list has no A-nummer, by which it is kept.</returns>
    public static Persoonsrij? Van(ReadOnlyMemory<byte> body)
    {
        using var lijst = Persoonslijst.Lees(body);
        return lijst.Waarde("01", "0110") is { } anummer
            ? new(anummer, lijst.Waarde("01", "0120"), lijst.Waarde("07", "6720"), new Utf8Text(body), Kolommen(lijst), Opslag.Sleutels.Van(lijst))
            : null;
    }

    private static object?[] Kolommen(Persoonslijst lijst)
    {
        var (naam, voornamen) = (lijst.Waarde("01", "0240"), lijst.Waarde("01", "0210"));
        var (straat, openbareRuimte) = (lijst.Waarde("08", "1110"), lijst.Waarde("08", "1115"));
        return
        [
            lijst.Waarde("08", "0910"), Zoektekst.Klein(naam), Zoektekst.Kaal(naam), Zoektekst.Klein(voornamen), Zoektekst.Kaal(voornamen),
            Zoektekst.Klein(lijst.Waarde("01", "0230")), lijst.Waarde("01", "0410"), lijst.Waarde("01", "0310"), lijst.Waarde("08", "1160"),
            long.TryParse(lijst.Waarde("08", "1120"), NumberStyles.None, CultureInfo.InvariantCulture, out var nummer) ? nummer : null,
            Zoektekst.Klein(lijst.Waarde("08", "1130")), Zoektekst.Klein(lijst.Waarde("08", "1140")),
            Zoektekst.Klein(straat), Zoektekst.Kaal(straat), Zoektekst.Klein(openbareRuimte), Zoektekst.Kaal(openbareRuimte),
            lijst.Waarde("08", "1190"), lijst.Waarde("08", "1180"),
        ];
    }
}
