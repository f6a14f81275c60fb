using System.Text.Json;

namespace Meent.Services.Personen.Velden;

/// <summary>A list; empty when there is nothing in it.</summary>
/// <param name="categorieen">The categories that its items are kept in.</param>
internal sealed class Lijstveld(string naam, string[] categorieen, Func<PersoonBron, IEnumerable<Plek>> items, Groep item) : Veld(naam)
{
    public override IReadOnlyList<Veld> Kinderen => item.Kinderen;

    public override Keuze? Kies(Vraagboom gevraagd) =>
        gevraagd.Deel(Naam) is { } hier && item.KiesKinderen(hier) is { Count: > 0 } gekozen ? new Keuze(this, gekozen) : null;

    public override IEnumerable<string> Protocol(Vraagboom gevraagd, IReadOnlyList<string> _) =>
        gevraagd.Deel(Naam) is { } hier ? item.ProtocolKinderen(hier, categorieen) : [];

    public override void Schrijf(Utf8JsonWriter json, Plek plek, Keuze keuze)
    {
        json.WriteStartArray(Sleutel);
        foreach (var hier in items(plek.Persoon))
        {
            json.WriteStartObject();
            item.SchrijfInhoud(json, hier, keuze);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
