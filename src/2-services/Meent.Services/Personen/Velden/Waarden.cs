using System.Globalization;
using System.Text.Json;
using Meent.Services.Personen.Lijst;
using Meent.Services.Personen.Tabellen;

namespace Meent.Services.Personen.Velden;

/// <summary>A text as registered; a standard value (unknown) is not delivered.</summary>
internal sealed class Tekst(string naam, Rubriek rubriek, string? standaard = null) : Veld(naam, rubriek)
{
    public override void Schrijf(Utf8JsonWriter json, Plek plek, Keuze keuze)
    {
        if (rubriek.Categorie is null && standaard is null)
        {
            if (!plek.Voorkomen.Ruw(rubriek.Element, out var ruw)) return;
            json.WritePropertyName(Sleutel);
            json.WriteRawValue(ruw, skipInputValidation: true);
        }
        else if (plek[rubriek] is { } waarde && waarde != standaard)
        {
            json.WriteString(Sleutel, waarde);
        }
    }
}

/// <summary>A number; zero is the standard value.</summary>
internal sealed class Getal(string naam, Rubriek rubriek) : Veld(naam, rubriek)
{
    public override void Schrijf(Utf8JsonWriter json, Plek plek, Keuze keuze)
    {
        if (int.TryParse(plek[rubriek], NumberStyles.None, CultureInfo.InvariantCulture, out var waarde) && waarde > 0)
            json.WriteNumber(Sleutel, waarde);
    }
}

/// <summary>A date; all its parts always go together.</summary>
internal sealed class Datum(string naam, params Rubriek[] rubrieken) : Veld(naam, rubrieken)
{
    public override bool IsOndeelbaar => true;

    public override void Schrijf(Utf8JsonWriter json, Plek plek, Keuze keuze)
    {
        foreach (var rubriek in Rubrieken)
        {
            if (Lo3Datum.Lees(plek[rubriek]) is not { } datum) continue;
            json.Datum(Sleutel, datum);
            return;
        }
    }
}

/// <summary>A code with its description; the standard value (unknown) is not delivered.</summary>
internal sealed class Code(string naam, Rubriek rubriek, Tabel tabel, string? standaard = null) : Veld(naam, rubriek)
{
    public override bool IsOndeelbaar => true;

    public override void Schrijf(Utf8JsonWriter json, Plek plek, Keuze keuze)
    {
        if (plek[rubriek] is { } code && code != standaard) json.Code(Sleutel, code, plek.Persoon.Tabellen.Omschrijving(tabel, code));
    }
}

/// <summary>A Dutch municipality by its code, or any other place by its name alone.</summary>
internal sealed class Plaats(string naam, Rubriek rubriek) : Veld(naam, rubriek)
{
    public override bool IsOndeelbaar => true;

    public override void Schrijf(Utf8JsonWriter json, Plek plek, Keuze keuze)
    {
        if (plek[rubriek] is not { } plaats || plaats == "0000") return;
        var isCode = plaats.Length == 4 && plaats.All(char.IsAsciiDigit);
        json.Code(Sleutel, isCode ? plaats : null, isCode ? plek.Persoon.Tabellen.Omschrijving(Tabel.Gemeenten, plaats) : plaats);
    }
}

/// <summary>A text that is derived.</summary>
internal sealed class Afgeleid(string naam, Func<Plek, string?> afleiding, params Rubriek[] rubrieken) : Veld(naam, rubrieken)
{
    public override void Schrijf(Utf8JsonWriter json, Plek plek, Keuze keuze)
    {
        if (afleiding(plek) is { } waarde) json.WriteString(Sleutel, waarde);
    }
}

/// <summary>A fact that is delivered only when it is so.</summary>
internal sealed class Feit(string naam, Func<Plek, bool> isZo, params Rubriek[] rubrieken) : Veld(naam, rubrieken)
{
    public override void Schrijf(Utf8JsonWriter json, Plek plek, Keuze keuze)
    {
        if (isZo(plek)) json.WriteBoolean(Sleutel, true);
    }
}

/// <summary>Anything else, written by its own rule.</summary>
internal sealed class Eigen(string naam, bool ondeelbaar, Action<Utf8JsonWriter, JsonEncodedText, Plek> schrijf, params Rubriek[] rubrieken)
    : Veld(naam, rubrieken)
{
    public override bool IsOndeelbaar => ondeelbaar;

    public override void Schrijf(Utf8JsonWriter json, Plek plek, Keuze keuze) => schrijf(json, Sleutel, plek);
}
