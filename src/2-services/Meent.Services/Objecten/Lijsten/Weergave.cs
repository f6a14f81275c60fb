using System.Text;
using System.Text.Json.Nodes;
using Meent.Data.Opslag;
using Meent.Services.Objecten.Rechten;
using Meent.Services.Objecten.Records;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Uitvouwen;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Objecten.Lijsten;

/// <summary>
/// Shows objects: whole, straight from their columns, or the members that the client asks for (<c>fields</c>) out of those that it may see. What was held
/// back stands in a header.
/// </summary>
internal sealed class Weergave(Objectverzoek verzoek, Buffer doel, string? velden)
{
    public const string Parameter = "fields";
    private const string Kop = "X-Unauthorized-Fields";

    /// <summary>Servers and proxies take about 8 KB of headers.</summary>
    private const int LangsteKop = 4_000;

    private const int LangsteVraag = 4_000;

    private readonly Veldkeuze? _gevraagd = Gevraagd(velden);
    private readonly Dictionary<string, SortedSet<string>> _verborgen = new(StringComparer.Ordinal);

    /// <exception cref="Standards.Problemen.ProbleemException">400: a member that an object does not have, or that the client may not see.</exception>
    public void Object(Row row)
    {
        if (doel.Lengte > Uitschrijven.MaxBytes) throw Weiger.Ongeldig("pageSize", "too-large", "Het antwoord wordt te groot; vraag minder tegelijk.");
        var (type, versie) = Objectvorm.Soort(row);
        var zichtbaar = verzoek.Rechten.Velden(type, versie);
        if (zichtbaar is null && _gevraagd is null)
        {
            Objectvorm.Object(row, doel, verzoek);
            return;
        }

        using var heel = new Buffer();
        Objectvorm.Object(row, heel, verzoek);
        var bron = JsonNode.Parse(heel.Inhoud.Span)!.AsObject();
        // A member that only some versions have is no fault of who asks.
        var mag = zichtbaar?.Kies(bron, static _ => { }) ?? bron;
        var ontbreekt = new List<string>();
        var gekozen = _gevraagd?.Kies(mag, ontbreekt.Add) ?? mag;
        if (ontbreekt.Count > 0) throw Weiger.Ongeldig(Parameter, "invalid", $"Onbekende of niet toegestane velden: {string.Join(", ", ontbreekt.Select(naam => $"'{naam}'"))}.");
        if (zichtbaar is not null)
        {
            var alles = _gevraagd?.Kies(bron, static _ => { }) ?? bron;
            var verborgen = Veldkeuze.Namen(alles).Except(Veldkeuze.Namen(gekozen)).ToList();
            if (verborgen.Count > 0) Verborgen($"{verzoek.Basis}/objecttypes/{type:D}({versie})").UnionWith(verborgen);
        }

        doel.Schrijf(gekozen.ToJsonString(Vorm.Json));
    }

    /// <summary>Tells what was held back.</summary>
    public void Meld()
    {
        if (_verborgen.Count == 0) return;
        var tekst = _verborgen.Count == 1
            ? string.Join(',', _verborgen.Values.Single())
            : string.Join("; ", _verborgen.Select(v => $"{v.Key}={string.Join(',', v.Value)}"));
        verzoek.Http.Response.Headers[Kop] = Ascii(tekst);
    }

    private static Veldkeuze? Gevraagd(string? velden)
    {
        if (string.IsNullOrWhiteSpace(velden)) return null;
        return velden.Length <= LangsteVraag ? Veldkeuze.Van(velden.Split(',')) : throw Weiger.Ongeldig(Parameter, "max_length", $"Zorg ervoor dat dit veld niet meer dan {LangsteVraag} karakters bevat.");
    }

    private SortedSet<string> Verborgen(string type)
    {
        if (!_verborgen.TryGetValue(type, out var namen)) _verborgen[type] = namen = new SortedSet<string>(StringComparer.Ordinal);
        return namen;
    }

    /// <summary>A header holds ASCII, and not too much of it.</summary>
    private static string Ascii(string tekst)
    {
        var kop = new StringBuilder();
        foreach (var teken in tekst.EnumerateRunes())
        {
            if (kop.Length > LangsteKop) return kop.Append("...").ToString();
            kop.Append(teken.IsAscii && !Rune.IsControl(teken) ? teken.ToString() : Uri.EscapeDataString(teken.ToString()));
        }

        return kop.ToString();
    }
}
