using System.Text.Json;
using Meent.Standards.Problemen;

namespace Meent.Services.Personen.Vraag;

/// <summary>A question about persons.</summary>
/// <param name="Burgerservicenummers">Of <c>RaadpleegMetBurgerservicenummer</c>.</param>
/// <param name="Zoek">The other parameters, as they were given.</param>
internal sealed record Personenvraag(
    Vraagtype Type, IReadOnlyList<string> Burgerservicenummers, IReadOnlyDictionary<Parameter, string> Zoek, IReadOnlyList<string> Velden)
{
    private const int MaximumBsns = 20;
    private const int MaximumVelden = 130;

    public bool IsZoekvraag => Type.IsZoekvraag;

    /// <summary>The elements by which is searched, as protocollering wants them.</summary>
    public string Zoekrubrieken => string.Join(", ", Zoek.Keys.Select(p => p.Rubriek).Append(IsZoekvraag ? null : Parameter.Burgerservicenummer.Rubriek).OfType<string>().Order(StringComparer.Ordinal));

    /// <exception cref="ProbleemException">400 that names every wrong parameter.</exception>
    public static Personenvraag Lees(JsonElement body)
    {
        var lezer = new Vraaglezer(body);
        var type = lezer.Type(Vraagtype.Vind);
        var bsn = Parameter.Burgerservicenummer;
        lezer.AlleenBekend([Vraaglezer.Fields, type == Vraagtype.Raadpleeg ? bsn.Naam : Vraaglezer.Fields, .. type.Parameters.Select(p => p.Naam)]);
        var bsns = type == Vraagtype.Raadpleeg ? lezer.Lijst(bsn.Naam, MaximumBsns, bsn.BezwaarTekst) : [];
        var zoek = lezer.Parameters(type.Verplicht, type.Erbij);
        var velden = lezer.Velden(type.Velden, MaximumVelden);
        lezer.Klaar();
        return new Personenvraag(type, [.. bsns.Distinct(StringComparer.Ordinal)], zoek, velden);
    }
}
