using System.Globalization;
using System.Text;
using System.Text.Json;
using Meent.Interaction.Opvragen;

namespace Meent.Interaction.Verhuurregels;

/// <summary>Shapes of areas as paths of one SVG drawing, north up, with a degree east as long as it is in the Netherlands.</summary>
internal sealed class Gebiedstekening
{
    private const double Breed = 600;

    // The cosine of 52 degrees north.
    private const double Verhouding = 0.6157;

    private readonly double _west = double.MaxValue;
    private readonly double _noord = double.MinValue;
    private readonly double _schaal;

    public Gebiedstekening(IReadOnlyList<Gebiedsvorm> gebieden)
    {
        var (oost, zuid) = (double.MinValue, double.MaxValue);
        foreach (var (x, y) in gebieden.SelectMany(gebied => Ringen(gebied.Geometry)).SelectMany(ring => ring))
        {
            _west = Math.Min(_west, x);
            oost = Math.Max(oost, x);
            zuid = Math.Min(zuid, y);
            _noord = Math.Max(_noord, y);
        }

        _schaal = Breed / Math.Max(0.0001, Math.Max((oost - _west) * Verhouding, _noord - zuid));
        Hoogte = gebieden.Count == 0 ? 0 : Math.Max(20, (_noord - zuid) * _schaal);
        Breedte = gebieden.Count == 0 ? 0 : Math.Max(20, (oost - _west) * Verhouding * _schaal);
    }

    public double Breedte { get; }

    public double Hoogte { get; }

    public string Kader => string.Create(CultureInfo.InvariantCulture, $"-8 -8 {Breedte + 16:0} {Hoogte + 16:0}");

    public string Pad(Gebiedsvorm gebied)
    {
        var pad = new StringBuilder();
        foreach (var ring in Ringen(gebied.Geometry))
        {
            var teken = 'M';
            foreach (var (x, y) in ring)
            {
                pad.Append(CultureInfo.InvariantCulture, $"{teken}{(x - _west) * Verhouding * _schaal:0.#} {(_noord - y) * _schaal:0.#}");
                teken = 'L';
            }

            pad.Append('Z');
        }

        return pad.ToString();
    }

    private static IEnumerable<List<(double X, double Y)>> Ringen(JsonElement vorm)
    {
        var vlakken = vorm.GetProperty("type").GetString() == "Polygon" ? [vorm.GetProperty("coordinates")] : vorm.GetProperty("coordinates").EnumerateArray().ToList();
        return vlakken.SelectMany(vlak => vlak.EnumerateArray()).Select(ring => ring.EnumerateArray().Select(punt => (punt[0].GetDouble(), punt[1].GetDouble())).ToList());
    }
}
