using Meent.Interaction.Paginas;
using Meent.Interaction.Taal;
using Meent.Interaction.Toegang;

namespace Meent.Interaction.Zaken;

/// <summary>
/// Something that an employee can do with a zaak, declared once: who may, when it can, what it asks and what it does. One page shows them all, and
/// asks for each why.
/// </summary>
/// <param name="Pad">Last part of its address.</param>
/// <param name="Recht">The right that it asks of the employee.</param>
internal sealed record Handeling(string Pad, string Icoon, string Recht)
{
    public required Func<Tekst, string> Naam { get; init; }

    /// <summary>Access key on the page of a zaak; no two have the same.</summary>
    public string? Toets { get; init; }

    /// <summary>What happens then, when that needs saying.</summary>
    public Func<Tekst, string>? Uitleg { get; init; }

    /// <summary>Said on the page of the zaak when it is done.</summary>
    public required Func<Tekst, string> Gedaan { get; init; }

    /// <summary>Whether the state of the zaak allows it; the API judges again.</summary>
    public required Func<Zaakbeeld, bool> Kan { get; init; }

    /// <summary>Only for who does not have the zaak yet, and the like.</summary>
    public Func<Zaakbeeld, Medewerker, bool> Past { get; init; } = static (_, _) => true;

    /// <summary>The fields before the reason, with what they start from.</summary>
    public Func<Verzoek, Zaakbeeld, Task<IReadOnlyList<Invoer>>> Velden { get; init; } = static (_, _) => Task.FromResult<IReadOnlyList<Invoer>>([]);

    /// <summary>Does it, with the fields checked for being filled in.</summary>
    public required Func<Uitvoering, Task> Doe { get; init; }

    /// <summary>From the API's field names to those of the form.</summary>
    public IReadOnlyDictionary<string, string> VeldVan { get; init; } = new Dictionary<string, string>();

    public bool MagEnKan(Zaakbeeld beeld, Medewerker medewerker) => medewerker.Mag(Recht) && Kan(beeld) && Past(beeld, medewerker);
}

/// <summary>One handeling as it was sent in.</summary>
/// <param name="Reden">Goes into the audit trail.</param>
internal sealed record Uitvoering(Verzoek Verzoek, Zaakbeeld Beeld, Formulier Formulier, string Reden)
{
    public string this[string veld] => Formulier[veld];
}

/// <summary>A field of a handeling.</summary>
internal abstract record Invoer(string Naam, string Label)
{
    public string? Hulp { get; init; }
    public bool Verplicht { get; init; } = true;

    /// <summary>What stands there at first.</summary>
    public string Begin { get; init; } = "";

    /// <summary>Notes with the form what is not right.</summary>
    public virtual void Controleer(Formulier formulier, Tekst t)
    {
        if (Verplicht) formulier.Verplicht(Naam, t[$"Vul '{Label}' in.", $"Fill in '{Label}'."]);
    }
}

internal sealed record Tekstinvoer(string Naam, string Label, int Langst, int Regels = 1) : Invoer(Naam, Label);

internal sealed record Datuminvoer(string Naam, string Label) : Invoer(Naam, Label)
{
    public override void Controleer(Formulier formulier, Tekst t)
    {
        if (Verplicht || formulier[Naam].Length > 0) formulier.Datum(Naam, t[$"Vul bij '{Label}' een datum in.", $"Fill in a date at '{Label}'."]);
    }
}

internal sealed record Getalinvoer(string Naam, string Label, int Minimum, int Maximum) : Invoer(Naam, Label)
{
    public override void Controleer(Formulier formulier, Tekst t) =>
        formulier.Getal(Naam, Minimum, Maximum, t[$"Vul bij '{Label}' een getal in van {Minimum} tot en met {Maximum}.", $"Fill in a number from {Minimum} up to {Maximum} at '{Label}'."]);
}

internal sealed record Keuzeinvoer(string Naam, string Label, IReadOnlyList<(string Waarde, string Tekst)> Opties) : Invoer(Naam, Label)
{
    public override void Controleer(Formulier formulier, Tekst t)
    {
        if (Verplicht || formulier[Naam].Length > 0) formulier.Keuze(Naam, Opties.Select(o => o.Waarde), t[$"Kies bij '{Label}' wat klopt.", $"Choose what is right at '{Label}'."]);
    }
}

internal sealed record Bestandinvoer(string Naam, string Label) : Invoer(Naam, Label)
{
    public override void Controleer(Formulier formulier, Tekst t)
    {
        if (formulier.Bestand(Naam) is null) formulier.Fout(Naam, t["Kies een bestand.", "Choose a file."]);
    }
}
