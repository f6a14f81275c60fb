using Meent.Data.Opslag;
using Meent.Services.Adressen.Voorkomens;
using Meent.Standards.Beheer;

namespace Meent.Services.Adressen.Invoer;

/// <summary>What an import did.</summary>
/// <param name="Objecten">Voorkomens that could be used.</param>
/// <param name="Gewijzigd">Those that were new or had changed.</param>
internal sealed record Extractverslag(long Objecten, long Gewijzigd, long Meldingen, long Adressen);

/// <summary>
/// Reads a BAG extract into the objects, and makes the addresses of them when all is there. How far it is stands in the transaction of what was read, so
/// that after an interruption it goes on there; reading a file again changes only what differs.
/// </summary>
/// <param name="kenmerk">By what the file is known: its content, not its name.</param>
/// <param name="portie">Objects a transaction.</param>
internal sealed class BagImport(Store store, string kenmerk, TimeProvider klok, Action<string> melding, IProgress<Voortgang>? voortgang, int portie = 1_000)
{
    // Sorts after every part of a zip.
    private const string Afleiding = "\uffff";
    private const string EersteAdres = Afleiding + "0";

    private (long Objecten, long Gewijzigd, long Meldingen, long Adressen) _teller;

    public async Task<Extractverslag> Lees(string bestand, CancellationToken stop)
    {
        var (deel, nummer) = await store.Read(session => session.One("SELECT deel, objecten FROM adressen_invoer WHERE bestand = $1", row => (row.Text(0), row.Long(1)), kenmerk), stop);
        if (deel is { Length: > 0 }) melding(deel.StartsWith(Afleiding, StringComparison.Ordinal) ? "Gaat verder met de adressen." : $"Gaat verder na {deel}, object {nummer}.");
        if (deel is null || !deel.StartsWith(Afleiding, StringComparison.Ordinal)) deel = await Objecten(bestand, deel ?? "", nummer, stop);
        await Adressen(deel[EersteAdres.Length..], stop);
        await store.WriteBulk(session => session.Execute("DELETE FROM adressen_invoer WHERE bestand = $1", kenmerk), stop);
        return new Extractverslag(_teller.Objecten, _teller.Gewijzigd, _teller.Meldingen, _teller.Adressen);
    }

    private async Task<string> Objecten(string bestand, string naDeel, long naNummer, CancellationToken stop)
    {
        foreach (var groep in Extract.Lees(bestand, naDeel, naNummer).Chunk(portie))
        {
            stop.ThrowIfCancellationRequested();
            var voorkomens = groep.Select(Voorkomen).OfType<Voorkomen>().ToList();
            _teller.Gewijzigd += await store.WriteBulk(async session =>
            {
                var aantal = 0;
                foreach (var voorkomen in voorkomens)
                    if (await session.Zet(voorkomen)) aantal++;
                await Merk(session, groep[^1].Deel, groep[^1].Nummer);
                return aantal;
            }, stop);
            _teller.Objecten += voorkomens.Count;
            voortgang?.Report(new Voortgang(_teller.Objecten, null, "objecten"));
        }

        await store.WriteBulk(session => Merk(session, EersteAdres, 0), stop);
        return EersteAdres;
    }

    private async Task Adressen(string na, CancellationToken stop)
    {
        var reis = Tijdreis.Nu(klok);
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var nummers = await store.Read(session => session.All(
                $"SELECT DISTINCT identificatie FROM {Objecttype.Nummeraanduiding.Tabel} WHERE identificatie > $1 ORDER BY identificatie LIMIT $2", row => row.Text(0), na, portie), stop);
            if (nummers.Count == 0) return;
            na = nummers[^1];
            await store.WriteBulk(async session =>
            {
                foreach (var nummer in nummers) await session.Afleiden(nummer, reis);
                return await Merk(session, EersteAdres + na, 0);
            }, stop);
            _teller.Adressen += nummers.Count;
            voortgang?.Report(new Voortgang(_teller.Adressen, null, "adressen"));
        }
    }

    private Voorkomen? Voorkomen(Extractregel regel)
    {
        try
        {
            if (regel.Object is not null) return Bagobject.Lees(regel.Object);
            Meld(regel.Fout!);
        }
        catch (FormatException fout)
        {
            Meld(fout.Message);
        }
        catch (InvalidOperationException)
        {
            Meld("niet in de vorm van het extract");
        }

        return null;

        void Meld(string reden)
        {
            _teller.Meldingen++;
            melding($"{regel.Deel}, object {regel.Nummer}: {reden}");
        }
    }

    private ValueTask<int> Merk(Session session, string deel, long nummer) => session.Execute(
        "INSERT INTO adressen_invoer (bestand, deel, objecten) VALUES ($1, $2, $3) ON CONFLICT (bestand) DO UPDATE SET deel = $2, objecten = $3", kenmerk, deel, nummer);
}
