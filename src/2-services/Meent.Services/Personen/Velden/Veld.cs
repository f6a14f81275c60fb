using System.Text.Json;
using Meent.Services.Personen.Lijst;

namespace Meent.Services.Personen.Velden;

/// <summary>
/// A field of the answer: its name, the elements of the register that it is made from (which decide about 'in onderzoek' and RNI), and how
/// it is written. The tree of these is the field list, the filter and the mapping at once.
/// </summary>
internal abstract class Veld(string naam, params Rubriek[] rubrieken)
{
    public string Naam => naam;

    public IReadOnlyList<Rubriek> Rubrieken => rubrieken;

    /// <summary>The category that a group or list tells about, where that is not the one around it.</summary>
    public string? Categorie { get; init; }

    /// <summary>
    /// What protocollering writes down when this field was asked: a code of its own for what is derived (<c>PANM01</c>), else its elements.
    /// </summary>
    public string? Protocolcode { get; init; }

    /// <summary>Whether an investigation of its elements is told of this field.</summary>
    public Func<Plek, bool> MeldtOnderzoek { get; init; } = _ => true;

    /// <summary>Whether 'vastgesteld verblijft niet op adres' puts this under investigation though its element is not one of where someone lives.</summary>
    public bool OokBijNietOpAdres { get; init; }

    /// <summary>The fields one level down that may be asked by name.</summary>
    public virtual IReadOnlyList<Veld> Kinderen => [];

    /// <summary>Asking any part of it, existing or not, delivers it whole (dates and waardetabellen).</summary>
    public virtual bool IsOndeelbaar => false;

    /// <summary>What of this field to write; null when nothing was asked of it.</summary>
    /// <param name="gevraagd">What was asked of the group that it is in.</param>
    public virtual Keuze? Kies(Vraagboom gevraagd) => gevraagd.Deel(naam) is null ? null : new Keuze(this, []);

    /// <summary>The elements and codes that protocollering writes down for what was asked.</summary>
    /// <param name="gevraagd">What was asked of the group that it is in.</param>
    /// <param name="categorieen">The categories that the group tells about.</param>
    public virtual IEnumerable<string> Protocol(Vraagboom gevraagd, IReadOnlyList<string> categorieen)
    {
        if (gevraagd.Deel(naam) is null) return [];
        if (Protocolcode is not null) return Protocolcode.Length == 0 ? [] : [Protocolcode];
        return rubrieken.SelectMany(r => r.Categorie is null ? categorieen.Select(c => c + r.Element) : [r.Categorie + r.Element]);
    }

    /// <summary>The investigation that is told of this field, if it touches this element of it.</summary>
    public virtual Onderzoek? Onderzoek(Plek plek, Rubriek rubriek) =>
        (rubriek.Categorie is null ? plek.Voorkomen.Onderzoek : plek.Persoon.Onderzoek(rubriek.Categorie)) is { } lopend
            && (lopend.Betreft(rubriek) || (OokBijNietOpAdres && lopend.VerblijftNietOpAdres)) && MeldtOnderzoek(plek) ? lopend : null;

    public abstract void Schrijf(Utf8JsonWriter json, Plek plek, Keuze keuze);

    protected JsonEncodedText Sleutel { get; } = JsonEncodedText.Encode(naam);
}

/// <summary>A field that was asked, with what was asked below it.</summary>
internal sealed record Keuze(Veld Veld, IReadOnlyList<Keuze> Kinderen);
