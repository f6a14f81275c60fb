using System.Globalization;
using System.Text.Json;
using Meent.Services.Personen.Lijst;
using Meent.Standards.Problemen;

namespace Meent.Services.Personen.Vraag;

/// <summary>A question about one day or a period.</summary>
/// <param name="Waarde">Of the parameter that says what or whom it is about.</param>
internal sealed record Periodevraag(string Type, string Waarde, Tijdvak Periode)
{
    /// <summary>By which dates is searched, whatever was asked: the beginnings of addresses, actual and historic.</summary>
    private const string Aanvang = "081030, 081320, 581030, 581320";

    /// <param name="sleutel">Says what or whom it is about.</param>
    /// <param name="opDag">The type of question about a day.</param>
    /// <param name="inPeriode">The type of question about a period.</param>
    /// <exception cref="ProbleemException">400 that names every wrong parameter.</exception>
    public static Periodevraag Lees(JsonElement body, Parameter sleutel, string opDag, string inPeriode)
    {
        var lezer = new Vraaglezer(body);
        var type = lezer.Type(naam => naam == opDag || naam == inPeriode ? naam : null);
        Parameter[] verplicht = type == opDag ? [sleutel, Parameter.Peildatum] : [sleutel, Parameter.DatumTot, Parameter.DatumVan];
        lezer.AlleenBekend(verplicht.Select(p => p.Naam));
        var gegeven = lezer.Parameters(verplicht, []);
        var periode = type == opDag ? Tijdvak.Dag(Dag(gegeven, Parameter.Peildatum)) : new Tijdvak(Dag(gegeven, Parameter.DatumVan), Dag(gegeven, Parameter.DatumTot));
        if (periode.IsLeeg && gegeven.ContainsKey(Parameter.DatumVan) && gegeven.ContainsKey(Parameter.DatumTot)) lezer.Fout(Parameter.DatumTot.Naam, "date", "datumTot moet na datumVan liggen.");
        lezer.Klaar();
        return new Periodevraag(type, gegeven[sleutel], periode);
    }

    /// <summary>As protocollering wants them.</summary>
    public static string Zoekrubrieken(Parameter sleutel) => $"{sleutel.Rubriek}, {Aanvang}";

    private static DateOnly Dag(Dictionary<Parameter, string> gegeven, Parameter datum) =>
        gegeven.TryGetValue(datum, out var tekst) ? DateOnly.ParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture) : default;
}
