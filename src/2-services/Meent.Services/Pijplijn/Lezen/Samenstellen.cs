using System.Text;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Model;

namespace Meent.Services.Pijplijn.Lezen;

/// <summary>
/// Makes the answer of a row without deserialising it: the stored body, and before its last brace the reverse links and the computed members.
/// A row is selected as id, version, body, then <see cref="Resource.Leeskolommen"/>.
/// </summary>
internal static class Samenstellen
{
    private const int EersteLeeskolom = 3;

    /// <summary>What a read of this resource selects, from alias <c>t</c>.</summary>
    /// <param name="dag">For what depends on the day.</param>
    /// <param name="body">Another body than its own: that of an older version.</param>
    public static string Kolommen(Resource resource, DateOnly dag, string body = "t.body") =>
        $"t.id, t.version, {body}" + string.Concat(resource.Leeskolommen.Select(kolom => kolom.Contains('(', StringComparison.Ordinal)
            ? $", {kolom.Replace("{dag}", dag.ToString("O", null), StringComparison.Ordinal)}"
            : $", t.{kolom}"));

    /// <param name="gespild">Told of each link whose children are too many for its column; the caller fetches them.</param>
    public static void Schrijf(Row row, Resource resource, byte[] basis, Buffer doel, Action<Link>? gespild = null)
    {
        var body = row.Span(2);
        doel.Kopieer(Vorm.Zichtbaar(body), basis);
        for (var i = 0; i < resource.Links.Count; i++)
        {
            var link = resource.Links[i];
            var urls = row.Span(EersteLeeskolom + i);
            doel.Schrijf(",\"");
            doel.Schrijf(link.Veld);
            doel.Schrijf(link.Enkel ? "\":"u8 : "\":["u8);
            if (link.Enkel && urls.IsEmpty) doel.Schrijf("null"u8);
            else if (urls is [(byte)'*']) gespild?.Invoke(link);
            else doel.Kopieer(urls, basis);
            if (!link.Enkel) doel.Schrijf("]"u8);
        }

        foreach (var berekend in resource.Berekend)
        {
            doel.Schrijf(",\"");
            doel.Schrijf(berekend.Veld);
            doel.Schrijf("\":"u8);
            doel.Kopieer(Encoding.UTF8.GetBytes(Waarde(row, resource, berekend)), basis);
        }

        doel.Schrijf("}"u8);
    }

    /// <summary>The computed values of a row, as they count in its ETag.</summary>
    public static string Invloeden(Row row, Resource resource) =>
        resource.Berekend.Count == 0 ? "" : string.Concat(resource.Berekend.Where(b => b.Kolommen.Count > 0).Select(b => Waarde(row, resource, b)));

    private static string Waarde(Row row, Resource resource, Berekend berekend)
    {
        var waarden = new object?[berekend.Kolommen.Count];
        for (var i = 0; i < waarden.Length; i++)
        {
            var kolom = EersteLeeskolom + Plek(resource, berekend.Kolommen[i]);
            waarden[i] = row.TextOrNull(kolom);
        }

        return berekend.Schrijf(waarden);
    }

    private static int Plek(Resource resource, string kolom)
    {
        for (var i = 0; i < resource.Leeskolommen.Count; i++)
        {
            if (resource.Leeskolommen[i] == kolom) return i;
        }

        throw new InvalidOperationException(kolom);
    }
}
