using System.Runtime.CompilerServices;
using Meent.Data.Opslag;
using Meent.Services.Personen.Opslag;
using Meent.Services.Personen.Volgen;
using Meent.Services.Pijplijn.Elders;
using Meent.Standards.Beheer;

namespace Meent.Services.Personen.Invoer;

/// <summary>What an import did.</summary>
/// <param name="Gewijzigd">Persons that were new or had changed.</param>
internal sealed record Importverslag(int Personen, int Gewijzigd, long Regels, int Meldingen);

/// <summary>
/// Reads a 'Testset persoonslijsten proefomgeving GBA-V' of RvIG: one row for what is actual of a person, and as many below it as the
/// history needs. Streaming, a thousand persons a transaction. Persons are kept by A-nummer, so that reading a file again, or after an
/// interruption, changes only what differs.
/// </summary>
internal static class BrpImport
{
    private const int PerTransactie = 1_000;

    private const char Scheiding = ';';

    /// <param name="melding">Told, by line of the file, what could not be used and why; never a value.</param>
    public static async Task<Importverslag> Lees(
        Store store, Stream csv, TimeProvider klok, IProgress<Voortgang>? voortgang, Action<long, string> melding, CancellationToken stop)
    {
        var meldingen = 0;
        var (personen, gewijzigd, regels) = (0, 0, 0L);
        var groep = new List<Persoonsrij>(PerTransactie);
        await foreach (var rij in Personen(csv, rij => Bronhouderschap.Bezwaar(store.Organisatie, rij.Gemeente), Meld, aantal => regels = aantal, stop))
        {
            groep.Add(rij);
            if (groep.Count == PerTransactie) await Bewaar();
        }

        await Bewaar();
        return new Importverslag(personen, gewijzigd, regels, meldingen);

        void Meld(long regel, string reden)
        {
            meldingen++;
            melding(regel, reden);
        }

        async Task Bewaar()
        {
            gewijzigd += await store.WriteBulk(session => session.ZetEnVertel(groep, klok.GetUtcNow()), stop);
            personen += groep.Count;
            groep.Clear();
            voortgang?.Report(new Voortgang(personen, null, "personen"));
        }
    }

    private static async IAsyncEnumerable<Persoonsrij> Personen(
        Stream csv, Func<Persoonsrij, string?> bezwaar, Action<long, string> melding, Action<long> geteld, [EnumeratorCancellation] CancellationToken stop)
    {
        using var tekst = new StreamReader(csv, leaveOpen: true);
        var kop = Csv.Splits(await tekst.ReadLineAsync(stop) ?? "", Scheiding);
        var kolommen = new BrpKolommen(kop);
        Lijstbouwer? bouwer = null;
        var (regel, begin) = (1L, 0L);
        while (await tekst.ReadLineAsync(stop) is { } inhoud)
        {
            geteld(regel++);
            var rij = Csv.Splits(inhoud, Scheiding);
            var isBruikbaar = rij.Count == kop.Count;
            if (!isBruikbaar) melding(regel, $"{rij.Count} kolommen in plaats van {kop.Count}, niet gebruikt");
            if (rij[0].Length > 0)
            {
                // Also when this row cannot be used: what follows belongs to it, not to the person before.
                if (Klaar(bouwer, begin, regel - 1) is { } vorige) yield return vorige;
                (bouwer, begin) = (isBruikbaar ? new Lijstbouwer(kolommen, melding) : null, regel);
            }

            if (!isBruikbaar) continue;
            if (bouwer is null) melding(regel, "historie zonder persoon ervoor, niet gebruikt");
            else bouwer.Rij(regel, rij);
        }

        if (Klaar(bouwer, begin, regel) is { } laatste) yield return laatste;

        Persoonsrij? Klaar(Lijstbouwer? lijst, long eerste, long laatste)
        {
            var klaar = lijst?.Klaar(laatste);
            if (lijst is not null && klaar is null) melding(eerste, "persoonslijst zonder A-nummer, niet opgenomen");
            if (klaar is null || bezwaar(klaar) is not { } reden) return klaar;
            melding(eerste, $"persoonslijst niet opgenomen: {reden}");
            return null;
        }
    }
}
