using System.Globalization;
using System.Runtime.CompilerServices;
using Meent.Data.Opslag;
using Meent.Services.Personen.Vraag;
using Meent.Services.Pijplijn;
using Meent.Services.Verwerkingsregister;
using Meent.Standards;

namespace Meent.Services.Personen.Autorisaties;

/// <summary>The authorisations in the store, with a copy in memory for each organisation.</summary>
internal sealed class Autorisatieboek(TimeProvider klok)
{
    // What another node changed is seen after this; what this one changed at once.
    private static readonly TimeSpan Houdbaar = TimeSpan.FromSeconds(5);

    private readonly ConditionalWeakTable<Store, Kopie> _kopieen = [];

    /// <summary>
    /// The authorisation for this question; null when the consumer never had one, and what its purpose covers decides alone. One for the purpose goes
    /// before one for any.
    /// </summary>
    /// <exception cref="Standards.Problemen.ProbleemException">403: what the consumer had holds no longer, or is for another purpose.</exception>
    public async ValueTask<Autorisatie?> Van(Store store, Aanroep aanroep, Doel doel, CancellationToken stop)
    {
        var afnemer = aanroep.Peer ?? aanroep.Organisatie.Oin;
        var alle = (await Alle(store, stop))[afnemer].ToList();
        if (alle.Count == 0) return null;
        var vandaag = klok.Vandaag();
        return alle.Where(een => een.IsActueel(vandaag) && (een.Doel is null || een.Doel == doel.Uri)).OrderByDescending(een => een.Doel is not null).ThenByDescending(een => een.DatumIngang).FirstOrDefault()
            ?? throw BrpProblemen.NietGeautoriseerd("Niet geautoriseerd voor ad hoc bevragingen.");
    }

    /// <summary>Adds it, or replaces the one of that id.</summary>
    /// <returns>Whether it is new.</returns>
    public async ValueTask<bool> Zet(Store store, Autorisatie autorisatie, CancellationToken stop)
    {
        var nieuw = await store.Write(async session =>
        {
            var bestond = await session.One("SELECT id FROM personen_autorisaties WHERE id = $1", row => (Guid?)row.Guid(0), autorisatie.Id) is not null;
            await session.Execute(
                """
                INSERT INTO personen_autorisaties (id, afnemer, doel, gemeente, rubrieken, omschrijving, ingang, einde) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                ON CONFLICT (id) DO UPDATE SET afnemer = excluded.afnemer, doel = excluded.doel, gemeente = excluded.gemeente, rubrieken = excluded.rubrieken,
                  omschrijving = excluded.omschrijving, ingang = excluded.ingang, einde = excluded.einde
                """,
                autorisatie.Id, autorisatie.Afnemer, autorisatie.Doel, autorisatie.Gemeente, string.Join(' ', autorisatie.Rubrieken), autorisatie.Omschrijving,
                Tekst(autorisatie.DatumIngang), autorisatie.DatumEinde is { } einde ? Tekst(einde) : null);
            return !bestond;
        }, stop);
        _kopieen.Remove(store);
        return nieuw;
    }

    public static ValueTask<List<Autorisatie>> Lees(Store store, CancellationToken stop) => store.Read(session => session.All(
        "SELECT id, afnemer, doel, gemeente, rubrieken, omschrijving, ingang, einde FROM personen_autorisaties ORDER BY afnemer, ingang, id",
        row => new Autorisatie(
            row.Guid(0), row.Text(1), row.TextOrNull(2), row.TextOrNull(3), row.Text(4).Split(' ', StringSplitOptions.RemoveEmptyEntries), row.TextOrNull(5),
            Dag(row.Text(6)), row.TextOrNull(7) is { } einde ? Dag(einde) : null)), stop);

    private async ValueTask<ILookup<string, Autorisatie>> Alle(Store store, CancellationToken stop)
    {
        if (_kopieen.TryGetValue(store, out var kopie) && klok.GetElapsedTime(kopie.Gelezen) < Houdbaar) return kopie.Autorisaties;
        var gelezen = klok.GetTimestamp();
        // Of one that did not change, what was worked out is kept.
        var vorige = kopie?.Autorisaties.SelectMany(groep => groep).ToDictionary(een => een.Id) ?? [];
        var alle = (await Lees(store, stop)).Select(een => vorige.TryGetValue(een.Id, out var oud) && Zelfde(oud, een) ? oud : een).ToLookup(een => een.Afnemer, StringComparer.Ordinal);
        _kopieen.AddOrUpdate(store, new Kopie(alle, gelezen));
        return alle;
    }

    private static bool Zelfde(Autorisatie een, Autorisatie ander) =>
        (een.Afnemer, een.Doel, een.Gemeente, een.DatumIngang, een.DatumEinde) == (ander.Afnemer, ander.Doel, ander.Gemeente, ander.DatumIngang, ander.DatumEinde)
        && een.Rubrieken.SequenceEqual(ander.Rubrieken, StringComparer.Ordinal);

    private static string Tekst(DateOnly dag) => dag.ToString("O", CultureInfo.InvariantCulture);

    private static DateOnly Dag(string tekst) => DateOnly.ParseExact(tekst, "O", CultureInfo.InvariantCulture);

    private sealed record Kopie(ILookup<string, Autorisatie> Autorisaties, long Gelezen);
}
