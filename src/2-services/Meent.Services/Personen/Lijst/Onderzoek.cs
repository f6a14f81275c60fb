namespace Meent.Services.Personen.Lijst;

/// <summary>What of an occurrence is under investigation, and since when.</summary>
/// <param name="Aanduiding">Category, group and element (83.10); zeros at the end widen it to the whole group or category.</param>
internal readonly record struct Onderzoek(string Aanduiding, Lo3Datum Sinds)
{
    // 'Vastgesteld verblijft niet op adres' puts everything that says where someone lives under investigation, but not the municipality
    // (09) or the immigration (14).
    private const string NietOpAdres = "089999";
    private const string NietOpEerderAdres = "589999";

    public bool VerblijftNietOpAdres => Aanduiding is NietOpAdres or NietOpEerderAdres;

    public bool Betreft(Rubriek rubriek)
    {
        if (VerblijftNietOpAdres) return rubriek.Groep is "10" or "11" or "12" or "13" or "85";
        var element = Aanduiding.AsSpan(2);
        if (element.SequenceEqual("0000")) return true;
        return element.EndsWith("00") ? rubriek.Element.AsSpan(0, 2).SequenceEqual(element[..2]) : element.SequenceEqual(rubriek.Element);
    }
}
