using System.Text.Json;
using Meent.Services.Personen.Afleiding;
using Meent.Services.Personen.Lijst;

namespace Meent.Services.Personen.Velden;

/// <summary>The name above an address and, for nobility, the line above the name. It is under investigation as a whole.</summary>
internal sealed class Aanschrijfwijze(Rubriek[] rubrieken) : Veld("aanschrijfwijze", rubrieken)
{
    private static readonly Afgeleid NaamVeld = new("naam", p => p.Persoon.Aanspreking.AanschrijfwijzeNaam) { Protocolcode = "PANM05" };
    private static readonly Afgeleid Aanspreekvorm = new("aanspreekvorm", p => p.Persoon.Aanspreking.Aanspreekvorm)
    {
        Protocolcode = "PANM04",
    };

    public override IReadOnlyList<Veld> Kinderen { get; } = [NaamVeld, Aanspreekvorm];

    public override Keuze? Kies(Vraagboom gevraagd)
    {
        if (gevraagd.Deel(Naam) is not { } hier) return null;
        Keuze[] gekozen = [.. Kinderen.Select(k => k.Kies(hier)).OfType<Keuze>()];
        return gekozen.Length == 0 ? null : new Keuze(this, gekozen);
    }

    public override IEnumerable<string> Protocol(Vraagboom gevraagd, IReadOnlyList<string> categorieen) =>
        gevraagd.Deel(Naam) is { } hier ? Kinderen.SelectMany(k => k.Protocol(hier, categorieen)) : [];

    public override void Schrijf(Utf8JsonWriter json, Plek plek, Keuze keuze)
    {
        if (plek.Persoon.Aanspreking.AanschrijfwijzeNaam is null) return;
        json.WriteStartObject(Sleutel);
        foreach (var kind in keuze.Kinderen) kind.Veld.Schrijf(json, plek, kind);
        json.WriteEndObject();
    }
}
