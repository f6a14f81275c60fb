using Meent.Services.Personen.Lijst;

namespace Meent.Services.Personen.Volgen;

/// <summary>What can happen to somebody of which others want to hear, and the field of the API that tells more.</summary>
internal static class Mutatie
{
    private const string Verhuisd = "verhuisd";
    private const string Overleden = "overleden";
    private const string AndereNaam = "naam-gewijzigd";

    private static readonly string[] Adres = ["0910", "1110", "1115", "1120", "1130", "1140", "1150", "1160", "1170", "1180", "1190", "1210", "1310", "1330", "1340", "1350"];
    private static readonly string[] Naam = ["0210", "0220", "0230", "0240"];

    public static readonly IReadOnlyDictionary<string, string> Velden = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Verhuisd] = "verblijfplaats",
        [Overleden] = "overlijden",
        [AndereNaam] = "naam",
    };

    /// <summary>What happened between two states of a list.</summary>
    public static IEnumerable<string> Tussen(string vorige, ReadOnlyMemory<byte> nieuwe)
    {
        using var oud = Persoonslijst.Lees(vorige);
        using var nieuw = Persoonslijst.Lees(nieuwe);
        var gebeurd = new List<string>();
        if (Anders(oud, nieuw, "08", Adres)) gebeurd.Add(Verhuisd);
        if (oud.Waarde("06", "0810") is null && nieuw.Waarde("06", "0810") is not null) gebeurd.Add(Overleden);
        if (Anders(oud, nieuw, "01", Naam)) gebeurd.Add(AndereNaam);
        return gebeurd;
    }

    private static bool Anders(Persoonslijst oud, Persoonslijst nieuw, string categorie, string[] elementen) =>
        Array.Exists(elementen, element => oud.Waarde(categorie, element) != nieuw.Waarde(categorie, element));
}
