using System.Collections.Concurrent;

namespace Meent.Standards.Organisaties;

/// <summary>
/// Tells the background work of this node which organisations came into use, or were left with work by a run that ended: it asks those, and no others,
/// what there is to do.
/// </summary>
public sealed class OrganisatieWekker
{
    private readonly ConcurrentDictionary<string, Organisatie> _wakker = new(StringComparer.Ordinal);

    private event Action<Organisatie>? Gewekt;

    /// <summary>May be told of one organisation more than once.</summary>
    public void Wek(Organisatie organisatie)
    {
        _wakker[organisatie.Slug] = organisatie;
        Gewekt?.Invoke(organisatie);
    }

    /// <summary>Hears of all, those of before too. What is called only takes note.</summary>
    public void Volg(Action<Organisatie> hoorder)
    {
        Gewekt += hoorder;
        foreach (var organisatie in _wakker.Values) hoorder(organisatie);
    }
}
