using System.Globalization;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Lezen;
using Microsoft.AspNetCore.Http;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Pijplijn.Lijsten;

/// <summary>The results of a page while they come in.</summary>
internal sealed class Rijen(Resource resource, byte[] basis, Buffer buffer, Betrokkenen betrokkenen)
{
    private int _aantal;
    private long _totaal;
    private Guid _laatste;
    private string? _waarde;

    public void Kop(long totaal)
    {
        _totaal = totaal;
        buffer.Schrijf($"{{\"count\":{totaal.ToString(CultureInfo.InvariantCulture)},\"results\":");
    }

    public void Voeg(Row row)
    {
        buffer.Schrijf(_aantal++ == 0 ? "["u8 : ","u8);
        Samenstellen.Schrijf(row, resource, basis, buffer);
        betrokkenen.Voeg(row);
        _laatste = row.Guid(0);
        var waarde = 3 + resource.Leeskolommen.Count;
        _waarde = resource.Sorteervelden.Count == 0 || row.IsNull(waarde) ? null : row.Text(waarde);
    }

    public void Einde(Vraag vraag, string adres, HttpRequest request)
    {
        buffer.Schrijf(_aantal == 0 ? "[]"u8 : "]"u8);
        if (resource.KaleLijst) return;
        var isLaatste = _aantal < vraag.Grootte || (long)vraag.Pagina * vraag.Grootte >= _totaal;
        var cursor = new Cursor(vraag.Sorteerkolom == "id" ? null : _waarde ?? "", _laatste);
        buffer.Schrijf($",\"next\":{(isLaatste ? "null" : $"\"{Link(adres, request, vraag.Pagina + 1)}&cursor={cursor}\"")}");
        buffer.Schrijf($",\"previous\":{(vraag.Pagina == 1 ? "null" : $"\"{Link(adres, request, vraag.Pagina - 1)}\"")}}}");
    }

    private static string Link(string adres, HttpRequest request, int pagina)
    {
        var overig = request.Query.Where(p => p.Key is not ("page" or "cursor")).Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value.ToString())}");
        return $"{adres}?{string.Join('&', [.. overig, $"page={pagina.ToString(CultureInfo.InvariantCulture)}"])}";
    }
}
