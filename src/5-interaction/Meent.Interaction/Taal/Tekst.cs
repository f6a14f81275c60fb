using System.Globalization;
using Meent.Standards;

namespace Meent.Interaction.Taal;

/// <summary>
/// The language of a page. Every text stands in the page in both languages, side by side (<c>T["Mijn gegevens", "My data"]</c>),
/// so that none can be missing and a reader of the page sees what it says.
/// </summary>
internal sealed class Tekst
{
    public static readonly Tekst Nederlands = new("nl", "nl-NL");
    public static readonly Tekst Engels = new("en", "en-GB");

    private readonly CultureInfo _cultuur;

    private Tekst(string code, string cultuur) => (Code, _cultuur) = (code, CultureInfo.GetCultureInfo(cultuur));

    /// <summary>For the <c>lang</c> attribute.</summary>
    public string Code { get; }

    public string this[string nederlands, string engels] => this == Nederlands ? nederlands : engels;

    public static Tekst Van(string? code) => code == Engels.Code ? Engels : Nederlands;

    /// <summary>12 juli 2026</summary>
    public string Datum(DateOnly dag) => dag.ToString("d MMMM yyyy", _cultuur);

    /// <summary>12-07-2026 in Dutch; for tables.</summary>
    public string KorteDatum(DateOnly dag) => dag.ToString(this["dd-MM-yyyy", "dd/MM/yyyy"], _cultuur);

    /// <summary>zo 12 juli 2026</summary>
    public string DatumMetDag(DateOnly dag) => dag.ToString("ddd d MMMM yyyy", _cultuur);

    /// <summary>12 juli 2026 om 14:05, on a Dutch clock.</summary>
    public string Moment(DateTimeOffset moment) =>
        Datum(moment.LokaleDag()) + this[" om ", " at "] + moment.Lokaal().ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>juli 2026</summary>
    public string Maand(DateOnly dag) => dag.ToString("MMMM yyyy", _cultuur);

    /// <summary>€ 1.234,50; of what is less than a cent all that there is.</summary>
    public string Euro(decimal bedrag) => "€\u00A0" + bedrag.ToString("#,##0.00####", _cultuur);

    public string Getal(long aantal) => aantal.ToString("N0", _cultuur);

    public string Dagen(int aantal) => aantal == 1 ? this["1 dag", "1 day"] : $"{Getal(aantal)} {this["dagen", "days"]}";

    /// <summary>1,2 MB</summary>
    public string Omvang(long bytes) => bytes switch
    {
        < 1000 => $"{Getal(bytes)} bytes",
        < 1_000_000 => $"{(bytes / 1000m).ToString("0.#", _cultuur)} kB",
        < 1_000_000_000 => $"{(bytes / 1_000_000m).ToString("0.#", _cultuur)} MB",
        _ => $"{(bytes / 1_000_000_000m).ToString("0.#", _cultuur)} GB",
    };

    public string Nachten(int aantal) => aantal == 1 ? this["1 nacht", "1 night"] : $"{Getal(aantal)} {this["nachten", "nights"]}";
}
