using System.Text.Json;
using Meent.Services.Personen.Vraag;
using Meent.Standards.Problemen;

namespace Meent.Services.Personen.Reisdocumenten;

/// <summary>A question about travel documents: which somebody has, or whose one is.</summary>
/// <param name="Nummer">Of the person, or of the document.</param>
internal sealed record Reisdocumentvraag(string Type, string Nummer, IReadOnlyList<string> Velden)
{
    private const string OpNummer = "RaadpleegMetReisdocumentnummer";
    private const string OpPersoon = "ZoekMetBurgerservicenummer";
    private const int MaximumVelden = 25;

    public bool IsOpNummer => Type == OpNummer;

    public Parameter Parameter => Sleutel(Type);

    /// <exception cref="ProbleemException">400 that names every wrong parameter.</exception>
    public static Reisdocumentvraag Lees(JsonElement body)
    {
        var lezer = new Vraaglezer(body);
        var type = lezer.Type(naam => naam is OpNummer or OpPersoon ? naam : null);
        var sleutel = Sleutel(type);
        lezer.AlleenBekend(sleutel.Naam, Vraaglezer.Fields);
        var nummer = type == OpNummer
            ? lezer.Lijst(sleutel.Naam, 1, sleutel.BezwaarTekst).FirstOrDefault()
            : lezer.Parameters([sleutel], []).GetValueOrDefault(sleutel);
        var velden = lezer.Velden(ReisdocumentVelden.Velden, MaximumVelden);
        lezer.Klaar();
        return new Reisdocumentvraag(type, nummer!, velden);
    }

    private static Parameter Sleutel(string type) => type == OpNummer ? Parameter.Reisdocumentnummer : Parameter.Burgerservicenummer;
}
