using System.Globalization;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Paginas;

/// <summary>What was filled in, and what is wrong with it. Made empty, from a request, or with values to start from.</summary>
internal sealed class Formulier(IReadOnlyDictionary<string, string> waarden, IFormFileCollection? bestanden = null)
{
    private readonly List<Formulierfout> _fouten = [];

    public static readonly Formulier Leeg = new(new Dictionary<string, string>());

    /// <summary>In the order of the fields.</summary>
    public IReadOnlyList<Formulierfout> Fouten => _fouten;

    public bool IsGoed => _fouten.Count == 0;

    public IReadOnlyDictionary<string, string> Waarden => waarden;

    public string this[string veld] => waarden.GetValueOrDefault(veld, "");

    public static async Task<Formulier> Lees(Verzoek verzoek)
    {
        var form = await verzoek.Http.Request.ReadFormAsync(verzoek.Stop);
        return new Formulier(form.ToDictionary(v => v.Key, v => v.Value.ToString().Trim(), StringComparer.Ordinal), form.Files);
    }

    /// <summary>A file that was sent along; null when none was chosen, or an empty one.</summary>
    public IFormFile? Bestand(string veld) => bestanden?.GetFile(veld) is { Length: > 0 } bestand ? bestand : null;

    /// <summary>The same, with one field emptied and without faults.</summary>
    public Formulier Zonder(string veld) => new(waarden.Where(w => w.Key != veld).ToDictionary(StringComparer.Ordinal));

    public string? Fout(string veld) => _fouten.FirstOrDefault(f => f.Veld == veld)?.Tekst;

    public void Fout(string veld, string tekst)
    {
        if (Fout(veld) is null) _fouten.Add(new Formulierfout(veld, tekst));
    }

    public string Verplicht(string veld, string fout)
    {
        if (this[veld].Length == 0) Fout(veld, fout);
        return this[veld];
    }

    /// <summary>A choice from a list; anything else counts as not chosen.</summary>
    public string Keuze(string veld, IEnumerable<string> mogelijk, string fout)
    {
        if (mogelijk.Contains(this[veld])) return this[veld];
        Fout(veld, fout);
        return "";
    }

    public int Getal(string veld, int minimum, int maximum, string fout)
    {
        if (int.TryParse(this[veld], NumberStyles.None, CultureInfo.InvariantCulture, out var getal) && getal >= minimum && getal <= maximum) return getal;
        Fout(veld, fout);
        return 0;
    }

    /// <summary>A date as the browser's date field sends it, or typed the Dutch way.</summary>
    public DateOnly? Datum(string veld, string fout)
    {
        if (DateOnly.TryParseExact(this[veld], ["yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag)) return dag;
        Fout(veld, fout);
        return null;
    }

    /// <summary>Puts what a service objected to with the field that it is about.</summary>
    /// <param name="veldVan">From the service's field name to the form's.</param>
    public void Neem(IEnumerable<OngeldigVeld> velden, string detail, IReadOnlyDictionary<string, string> veldVan, string anders)
    {
        foreach (var veld in velden) Fout(veldVan.GetValueOrDefault(veld.Name, anders), veld.Reason);
        if (IsGoed) Fout(anders, detail);
    }

    /// <summary>Does it when the form is right; what the service refuses comes to stand with the fields.</summary>
    /// <param name="woorden">What a code of the service is in plain words; null where its own reason will do.</param>
    /// <returns>What was done; null when it was not.</returns>
    public async Task<string?> Probeer(IReadOnlyDictionary<string, string> veldVan, string anders, Func<string, string?> woorden, Func<Task<string>> doe)
    {
        if (!IsGoed) return null;
        try
        {
            return await doe();
        }
        catch (BronException fout) when (fout.Status is 400 or 403 or 404 or 409 or 412 or 422)
        {
            Neem(fout.Velden.Select(veld => veld with { Reason = woorden(veld.Code) ?? veld.Reason }), woorden(fout.Code) ?? fout.Detail, veldVan, anders);
            return null;
        }
    }
}

internal sealed record Formulierfout(string Veld, string Tekst);
