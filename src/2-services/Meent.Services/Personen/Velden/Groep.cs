using System.Text.Json;
using Meent.Services.Personen.Lijst;

namespace Meent.Services.Personen.Velden;

/// <summary>
/// A group of fields. Absent when the register has nothing of it, <c>{}</c> when it has something but nothing that was asked, and with an
/// <c>inOnderzoek</c> of its own for the asked fields that are under investigation.
/// </summary>
/// <param name="waar">Where its fields are, or null when the register has nothing of it.</param>
internal sealed class Groep(string naam, Func<Plek, Plek?> waar, params Veld[] kinderen) : Veld(naam)
{
    private static readonly JsonEncodedText InOnderzoek = JsonEncodedText.Encode("inOnderzoek");

    /// <summary>The value of <c>type</c>, always written, for a group that is a form of a polymorphic field.</summary>
    public Func<Plek, string>? Type { get; init; }

    /// <summary>What is delivered with the group unasked.</summary>
    public Action<Utf8JsonWriter, Plek, Keuze>? Automatisch { get; init; }

    /// <summary>Name of the date of an investigation, by the category that it is about.</summary>
    public Func<string?, string> Onderzoeksdatum { get; init; } = _ => "datumIngangOnderzoek";

    public override IReadOnlyList<Veld> Kinderen => kinderen;

    public override Keuze? Kies(Vraagboom gevraagd) =>
        gevraagd.Deel(Naam) is { } hier && KiesKinderen(hier) is { Count: > 0 } gekozen ? new Keuze(this, gekozen) : null;

    // The type comes with anything that is asked of the group.
    public IReadOnlyList<Keuze> KiesKinderen(Vraagboom hier) =>
        kinderen.Select(k => k.Kies(k.Naam == "type" ? Vraagboom.Alles : hier)).OfType<Keuze>().ToArray();

    public override IEnumerable<string> Protocol(Vraagboom gevraagd, IReadOnlyList<string> categorieen) =>
        gevraagd.Deel(Naam) is { } hier ? ProtocolKinderen(hier, Categorie is null ? categorieen : [Categorie]) : [];

    public IEnumerable<string> ProtocolKinderen(Vraagboom hier, IReadOnlyList<string> categorieen) =>
        kinderen.SelectMany(k => k.Protocol(hier, categorieen));

    public override void Schrijf(Utf8JsonWriter json, Plek plek, Keuze keuze)
    {
        if (waar(plek) is { } hier)
        {
            json.WriteStartObject(Sleutel);
            SchrijfInhoud(json, hier, keuze);
            json.WriteEndObject();
        }
        else if ((Categorie is null || Categorie == plek.Voorkomen.Categorie) && VindOnderzoeken(plek, keuze) is { } onderzoeken)
        {
            // Nothing of it is registered, and just that is being looked into.
            json.WriteStartObject(Sleutel);
            SchrijfOnderzoeken(json, onderzoeken);
            json.WriteEndObject();
        }
    }

    public void SchrijfInhoud(Utf8JsonWriter json, Plek plek, Keuze keuze)
    {
        if (Type is not null) json.WriteString("type"u8, Type(plek));
        foreach (var kind in keuze.Kinderen) kind.Veld.Schrijf(json, plek, kind);
        Automatisch?.Invoke(json, plek, keuze);
        if (VindOnderzoeken(plek, keuze) is { } onderzoeken) SchrijfOnderzoeken(json, onderzoeken);
    }

    private static List<(string Veld, string? Categorie, Onderzoek Onderzoek)>? VindOnderzoeken(Plek plek, Keuze keuze)
    {
        if (!plek.Persoon.Lijst.HeeftOnderzoek) return null;
        List<(string, string?, Onderzoek)>? gevonden = null;
        foreach (var kind in keuze.Kinderen)
        {
            foreach (var rubriek in kind.Veld.Rubrieken)
            {
                if (kind.Veld.Onderzoek(plek, rubriek) is not { } lopend) continue;
                (gevonden ??= []).Add((kind.Veld.Naam, rubriek.Categorie, lopend));
            }
        }

        return gevonden;
    }

    private void SchrijfOnderzoeken(Utf8JsonWriter json, List<(string Veld, string? Categorie, Onderzoek Onderzoek)> onderzoeken)
    {
        json.WriteStartObject(InOnderzoek);
        foreach (var veld in onderzoeken.Select(o => o.Veld).Distinct()) json.WriteBoolean(veld, true);
        foreach (var (naam, sinds) in onderzoeken.Select(o => (Onderzoeksdatum(o.Categorie), o.Onderzoek.Sinds)).DistinctBy(o => o.Item1))
            json.Datum(JsonEncodedText.Encode(naam), sinds);
        json.WriteEndObject();
    }
}
