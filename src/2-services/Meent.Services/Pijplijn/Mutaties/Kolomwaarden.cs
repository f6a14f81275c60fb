using Meent.Data.Opslag;

namespace Meent.Services.Pijplijn.Mutaties;

/// <summary>The index columns of one resource, and what the authorisation filter looks at.</summary>
internal sealed record Kolomwaarden(Resource Resource, IReadOnlyList<object?> Waarden, Guid Type, long Rang)
{
    public object? this[string kolom] => Plek(kolom) is >= 0 and var plek ? Waarden[plek] : null;

    public static async ValueTask<Kolomwaarden> Van<T>(Resource<T> resource, T model, Session session) where T : class
    {
        List<object?> waarden = [.. resource.Kolommen.Select(k => k.Waarde(model))];
        if (resource.VanOuder is null)
        {
            var zelf = new Kolomwaarden(resource, waarden, Guid.Empty, 0);
            var zicht = resource.Zichtbaarheid;
            return zicht.PerObject
                ? zelf with
                {
                    Type = zelf[zicht.Typekolom!] as Guid? ?? Guid.Empty,
                    Rang = zicht.Rangkolom is { } rang ? Convert.ToInt64(zelf[rang] ?? 0L, null) : 0,
                }
                : zelf;
        }

        var (type, hoogte) = await resource.VanOuder(model, session);
        waarden.Add(type);
        if (resource.Zichtbaarheid.Rangkolom is not null) waarden.Add(hoogte);
        return new Kolomwaarden(resource, waarden, type, hoogte);
    }

    private int Plek(string kolom)
    {
        for (var i = 0; i < Resource.Kolomnamen.Count; i++)
        {
            if (Resource.Kolomnamen[i] == kolom) return i;
        }

        return -1;
    }
}
