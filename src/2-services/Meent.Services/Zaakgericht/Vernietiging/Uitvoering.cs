using Meent.Data.Inhoud;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Standards.Problemen;

namespace Meent.Services.Zaakgericht.Vernietiging;

/// <summary>Carries out a list, a zaak a transaction: what was interrupted goes on where it was, and what fails is told and left.</summary>
internal sealed class Uitvoering(Dienstverlening diensten, Opruimer opruimer, Vernietigd vernietigd, Verklaringen verklaringen)
{
    public async Task<Vernietigingslijst> Voer(Store store, Vernietigingslijst lijst, Aanroep aanroep, string uitvoerder, CancellationToken stop)
    {
        var nu = diensten.Klok.GetUtcNow();
        var sloop = new Sloop(aanroep, diensten, opruimer, nu, $"Vernietigingslijst {lijst.Naam}");
        for (Guid na = default; ;)
        {
            var regels = await store.Read(session => Vernietigingsregel.Van(session, lijst.Id, na), stop);
            if (regels.Count == 0) break;
            na = regels[^1].Zaak;
            foreach (var regel in regels.Where(r => r.Stand is Vernietigingsregel.Voorgesteld or Vernietigingsregel.Mislukt)) await Een(store, lijst, regel, sloop, stop);
            // After each commit and before the answer; a line that a crash kept out of the file is added when the list is carried out again.
            vernietigd.Noteer(store.Organisatie, (await store.Read(session => Vernietigingsregel.Van(session, lijst.Id, Voor(regels[0].Zaak), regels.Count), stop))
                .Where(r => r.Stand == Vernietigingsregel.Vernietigd).Select(r => r.Zaak).Except(vernietigd.Lees(store.Organisatie)).ToList(), nu);
        }

        var gedaan = lijst with { Stand = Lijststand.Uitgevoerd, Uitvoerder = uitvoerder, Uitgevoerd = nu };
        await store.Write(async session =>
        {
            await gedaan.Bewaar(session);
            await verklaringen.Maak(session, gedaan);
            return true;
        }, stop);
        // The write-ahead log still has the pages as they were.
        await store.Checkpoint();
        return gedaan;
    }

    private static async Task Een(Store store, Vernietigingslijst lijst, Vernietigingsregel regel, Sloop sloop, CancellationToken stop)
    {
        try
        {
            var gesloopt = await store.WriteBulk(async session =>
            {
                // Two who carry out one list at once do each zaak once, and the first one's count stays.
                if (!await Vernietigingsregel.Neem(session, lijst.Id, regel.Zaak)) return null;
                var weg = await sloop.Zaak(session, regel.Zaak);
                await Vernietigingsregel.Zet(session, lijst.Id, regel.Zaak, Vernietigingsregel.Vernietigd, weg is null ? "Was al verwijderd." : "", weg?.Documenten ?? 0);
                return weg;
            }, stop);
            await sloop.WisInhoud(store, gesloopt, stop);
        }
        catch (Exception fout) when (fout is ProbleemException { Probleem.Status: < 500 } or ReferenceConflictException or UniqueConflictException)
        {
            var reden = fout is ProbleemException probleem ? probleem.Probleem.InvalidParams is { Count: > 0 } velden ? velden[0].Reason : probleem.Probleem.Detail ?? probleem.Probleem.Title : fout.Message;
            await store.WriteBulk(session => Vernietigingsregel.Zet(session, lijst.Id, regel.Zaak, Vernietigingsregel.Mislukt, reden), stop);
        }
    }

    /// <summary>The id before it, so that a page can be read again.</summary>
    private static Guid Voor(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        for (var i = 15; i >= 0 && bytes[i]-- == 0; i--)
        {
        }

        return new Guid(bytes, bigEndian: true);
    }
}
