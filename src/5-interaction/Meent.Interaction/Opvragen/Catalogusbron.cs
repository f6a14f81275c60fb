using System.Collections.Concurrent;
using Meent.Interaction.Paginas;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>The catalogue: which zaaktypen there are, and what belongs to each. It holds no person.</summary>
internal sealed class Catalogusbron(Bronnen bronnen, TimeProvider klok)
{
    /// <summary>A list of zaken does not ask for the catalogue each time; a published zaaktype hardly changes.</summary>
    private static readonly TimeSpan Houdbaar = TimeSpan.FromSeconds(30);

    private const int Grootte = 500;

    private readonly ConcurrentDictionary<string, (Zaaktypenlijst Lijst, long Sinds)> _bekend = new(StringComparer.Ordinal);

    /// <summary>The published zaaktypen with the names of their statussen.</summary>
    public async Task<Zaaktypenlijst> Zaaktypen(Verzoek verzoek, string doel)
    {
        var slug = verzoek.Organisatie.Slug;
        if (_bekend.TryGetValue(slug, out var bekend) && klok.GetElapsedTime(bekend.Sinds) < Houdbaar) return bekend.Lijst;
        var sinds = klok.GetTimestamp();
        var lijst = new Zaaktypenlijst(await Alle<Zaaktype>(verzoek, doel, "zaaktypen"), await Alle<Statustype>(verzoek, doel, "statustypen"));
        _bekend[slug] = (lijst, sinds);
        return lijst;
    }

    /// <summary>The parts of one sort of a zaaktype, such as <c>resultaattypen</c>.</summary>
    public Task<IReadOnlyList<T>> Van<T>(Verzoek verzoek, string doel, string soort, string zaaktype) => Alle<T>(verzoek, doel, $"{soort}?zaaktype={Uri.EscapeDataString(zaaktype)}");

    public Task<T?> Een<T>(Verzoek verzoek, string doel, string soort, string id) where T : class =>
        bronnen.Haal<T>(verzoek.Namens(doel), Diensten.Catalogi, $"{soort}/{Uri.EscapeDataString(id)}", verzoek.Stop);

    /// <summary>A whole list, page after page.</summary>
    public async Task<IReadOnlyList<T>> Alle<T>(Verzoek verzoek, string doel, string pad)
    {
        var teken = pad.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var alles = new List<T>();
        for (var plaats = Plaats.Begin; plaats is not null;)
        {
            var blad = await bronnen.Haal<Blad<T>>(verzoek.Namens(doel), Diensten.Catalogi, $"{pad}{teken}pageSize={Grootte}{plaats.Query}", verzoek.Stop);
            alles.AddRange(blad?.Results ?? []);
            plaats = Plaats.Van(blad?.Next);
        }

        return alles;
    }
}

/// <param name="Versies">All published versions of all zaaktypen.</param>
internal sealed record Zaaktypenlijst(IReadOnlyList<Zaaktype> Versies, IReadOnlyList<Statustype> Statustypen)
{
    /// <summary>One of each, by the name of its newest version.</summary>
    public IReadOnlyList<Zaaktype> Soorten { get; } =
        [.. Versies.GroupBy(v => v.Identificatie, StringComparer.Ordinal).Select(g => g.MaxBy(v => v.BeginGeldigheid)!).OrderBy(v => v.Omschrijving, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>The names of the statussen of a zaaktype, over its versions, in their order.</summary>
    public IReadOnlyList<string> Statussen(string identificatie) =>
        [.. Van(identificatie).OrderBy(s => s.Volgnummer).Select(s => s.Omschrijving).Distinct(StringComparer.Ordinal)];

    /// <summary>The statustypen of that name, one for each version of the zaaktype.</summary>
    public IReadOnlyList<string> UrlsVanStatus(string identificatie, string omschrijving) => [.. Van(identificatie).Where(s => s.Omschrijving == omschrijving && s.Url is not null).Select(s => s.Url!)];

    private IEnumerable<Statustype> Van(string identificatie)
    {
        var urls = Versies.Where(v => v.Identificatie == identificatie).Select(v => v.Url).ToHashSet(StringComparer.Ordinal);
        return Statustypen.Where(s => urls.Contains(s.Zaaktype));
    }
}
