using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Meent.Standards.Toegang;

namespace Meent.Services.Zaakgericht.Invoer;

/// <summary>Writes lines, many in a transaction; when one of them is refused, that transaction again line by line.</summary>
internal sealed class Inlezer(Store store, Dienstverlening diensten, Invoerkeuze keuze, string bestand, Action<string> melding)
{
    private static readonly ApiClient Client = new("meent-import", "") { HeeftAlleAutorisaties = true };

    private readonly Aanroep _aanroep = new(store.Organisatie, Herkomst.Buiten, Client, null, null, "import") { Dag = diensten.Klok.Vandaag() };

    public long Gedaan { get; private set; }

    public long Fout { get; private set; }

    public async Task Neem(IReadOnlyList<Invoerregel> regels, CancellationToken stop)
    {
        var gelezen = regels.Select(regel => (Regel: regel, Invoer: Lees(regel))).ToList();
        await diensten.Nummers.Vul(store, "zaakgericht", stop);
        var goed = gelezen.Where(r => r.Invoer is not null).Select(r => (r.Regel, Invoer: r.Invoer!)).ToList();
        try
        {
            await store.WriteBulk(async session =>
            {
                foreach (var (_, invoer) in goed) await invoer.Resource.Neem(session, invoer, diensten);
                return await Merk(session, regels[^1].Nummer);
            }, stop);
            Gedaan += goed.Count;
        }
        catch (Exception fout) when (fout is ProbleemException or UniqueConflictException or ReferenceConflictException)
        {
            foreach (var (regel, invoer) in goed) await Een(regel, invoer, stop);
            await store.WriteBulk(session => Merk(session, regels[^1].Nummer), stop);
        }
    }

    private async Task Een(Invoerregel regel, Pijplijn.Mutaties.Invoer invoer, CancellationToken stop)
    {
        try
        {
            await store.WriteBulk(async session =>
            {
                await invoer.Resource.Neem(session, invoer, diensten);
                return await Merk(session, regel.Nummer);
            }, stop);
            Gedaan++;
        }
        catch (ProbleemException fout)
        {
            Meld(regel, fout.Probleem.InvalidParams is { Count: > 0 } velden ? string.Join("; ", velden.Select(v => $"{v.Name}: {v.Reason}")) : fout.Probleem.Title);
        }
        catch (Exception fout) when (fout is UniqueConflictException or ReferenceConflictException)
        {
            Meld(regel, fout.Message);
        }
    }

    /// <returns>Null when the line is no resource; it has been told.</returns>
    private Pijplijn.Mutaties.Invoer? Lees(Invoerregel regel)
    {
        try
        {
            var json = JsonSerializer.Deserialize<JsonElement>(regel.Tekst);
            var url = json.GetProperty("url").GetString()!;
            // The base is whatever stands before the path of a resource that this node knows.
            foreach (var plek in Plekken(url))
            {
                if (diensten.Resources.Vind(Pijplijn.Model.EigenUrls.Plek + url[plek..]) is not { } gevonden) continue;
                return new Pijplijn.Mutaties.Invoer(gevonden.Resource, gevonden.Id, json, [url[..plek], store.Organisatie.Basis], _aanroep, diensten.Klok.GetUtcNow(), keuze.Gebeurtenissen, keuze.Audittrail);
            }

            Meld(regel, "de url is van geen bekende resource");
        }
        catch (Exception fout) when (fout is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            Meld(regel, "geen JSON-object met een url");
        }

        return null;
    }

    private static IEnumerable<int> Plekken(string url)
    {
        var begin = url.IndexOf("://", StringComparison.Ordinal);
        for (var plek = begin < 0 ? -1 : url.IndexOf('/', begin + 3); plek >= 0; plek = url.IndexOf('/', plek + 1)) yield return plek;
    }

    private ValueTask<int> Merk(Session session, long regel) => session.Execute(
        "INSERT INTO zaakgericht_invoer (bestand, regel) VALUES ($1, $2) ON CONFLICT (bestand) DO UPDATE SET regel = $2", bestand, regel);

    private void Meld(Invoerregel regel, string reden)
    {
        Fout++;
        melding($"regel {regel.Nummer}: {reden}");
    }
}
