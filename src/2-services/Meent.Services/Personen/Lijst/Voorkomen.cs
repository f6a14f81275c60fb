using System.Runtime.InteropServices;
using System.Text.Json;

namespace Meent.Services.Personen.Lijst;

/// <summary>One occurrence of a category on a persoonslijst. Elements without a value are not in it.</summary>
internal readonly struct Voorkomen(string categorie, JsonElement elementen)
{
    public string Categorie => categorie;

    public string? this[string element] => elementen.TryGetProperty(element, out var waarde) ? waarde.GetString() : null;

    /// <summary>The value as it stands in the stored JSON, quotes included: what only travels needs no string.</summary>
    public bool Ruw(string element, out ReadOnlySpan<byte> waarde)
    {
        var gevonden = elementen.TryGetProperty(element, out var json);
        waarde = gevonden ? JsonMarshal.GetRawUtf8Value(json) : default;
        return gevonden;
    }

    /// <summary>Whether anything is registered in one of these groups (two digits each), a standard value for 'unknown' included.</summary>
    public bool HeeftGroep(params ReadOnlySpan<string> groepen)
    {
        foreach (var element in elementen.EnumerateObject())
        {
            var nummer = JsonMarshal.GetRawUtf8PropertyName(element);
            foreach (var groep in groepen)
                if (nummer[0] == groep[0] && nummer[1] == groep[1]) return true;
        }

        return false;
    }

    /// <summary>The running investigation into this occurrence (83.10), if any; an ended one (83.30) is none.</summary>
    public Onderzoek? Onderzoek =>
        this["8310"] is { Length: 6 } aanduiding && this["8330"] is null
            ? new(aanduiding, Lo3Datum.Lees(this["8320"]) ?? Lo3Datum.Onbekend)
            : null;
}
