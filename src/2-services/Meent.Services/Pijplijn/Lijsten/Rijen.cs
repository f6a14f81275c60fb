using System.Globalization;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Lezen;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Pijplijn.Lijsten;

/// <summary>The results of a page while they come in.</summary>
internal sealed class Rijen(Resource resource, byte[] basis, Buffer buffer, Betrokkenen betrokkenen)
{
    private readonly List<(int Plek, Link Link, Guid Ouder)> _gespild = [];
    private readonly List<(Guid Id, int Van, int Tot)> _plaatsen = [];
    private string? _waarde;

    public int Aantal => _plaatsen.Count;

    /// <summary>Where the page ends; the next one begins after it.</summary>
    public Cursor? Einde(Vraag vraag) => Aantal == 0 ? null : new Cursor(vraag.Sorteerkolom == "id" ? null : _waarde ?? "", _plaatsen[^1].Id);

    /// <summary>A row as <see cref="Samenstellen"/> selects it, and then the value it is sorted by.</summary>
    public void Voeg(Row row)
    {
        if (Aantal > 0) buffer.Schrijf(","u8);
        var (id, van) = (row.Guid(0), buffer.Lengte);
        Samenstellen.Schrijf(row, resource, basis, buffer, link => _gespild.Add((buffer.Lengte, link, id)));
        betrokkenen.Voeg(row);
        _plaatsen.Add((id, van, buffer.Lengte));
        var waarde = 3 + resource.Leeskolommen.Count;
        _waarde = resource.Sorteervelden.Count == 0 || row.IsNull(waarde) ? null : row.Text(waarde);
    }

    /// <summary>Fills in the links that were too many for their column.</summary>
    public async ValueTask VulAan(Session session)
    {
        if (_gespild.Count == 0) return;
        var heel = await Spil.VulAan(session, buffer.Inhoud, _gespild, basis);
        buffer.Terug(0);
        buffer.Schrijf(heel);
    }

    /// <summary>The objects apart, in their order, taken out of the buffer again.</summary>
    public async ValueTask<List<(Guid Id, byte[] Json)>> Los(Session session)
    {
        var los = new List<(Guid, byte[])>(Aantal);
        var gespild = _gespild.ToLookup(g => g.Ouder);
        foreach (var (id, van, tot) in _plaatsen)
        {
            var json = buffer.Inhoud[van..tot];
            los.Add((id, gespild.Contains(id) ? await Spil.VulAan(session, json, [.. gespild[id].Select(g => (g.Plek - van, g.Link, g.Ouder))], basis) : json.ToArray()));
        }

        buffer.Terug(_plaatsen.Count == 0 ? buffer.Lengte : _plaatsen[0].Van);
        return los;
    }

    public static string Kop(long totaal) => $"{{\"count\":{totaal.ToString(CultureInfo.InvariantCulture)},\"results\":[";

    /// <param name="adres">Of the list, without its query.</param>
    /// <param name="overig">The parameters that stay the same from page to page.</param>
    /// <param name="cursor">Null on the last page.</param>
    public static string Staart(Vraag vraag, string adres, IEnumerable<KeyValuePair<string, string>> overig, bool isLaatste, Cursor? cursor)
    {
        var rest = overig.Where(p => p.Key is not ("page" or "cursor")).Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}").ToList();
        string Link(int pagina) => $"{adres}?{string.Join('&', [.. rest, $"page={pagina.ToString(CultureInfo.InvariantCulture)}"])}";
        var volgende = isLaatste ? "null" : $"\"{Link(vraag.Pagina + 1)}{(cursor is null ? "" : $"&cursor={cursor}")}\"";
        return $"],\"next\":{volgende},\"previous\":{(vraag.Pagina == 1 ? "null" : $"\"{Link(vraag.Pagina - 1)}\"")}}}";
    }
}
