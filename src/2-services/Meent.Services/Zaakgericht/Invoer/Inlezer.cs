using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Zaakgericht.Documenten;
using Meent.Standards;
using Meent.Standards.Problemen;

namespace Meent.Services.Zaakgericht.Invoer;

/// <summary>Writes lines, many in a transaction; when one of them is refused, that transaction again line by line.</summary>
/// <param name="kenmerk">Of the file.</param>
/// <param name="map">Folder of the file.</param>
internal sealed class Inlezer(Store store, Dienstverlening diensten, Aanroep aanroep, Invoerkeuze keuze, string kenmerk, string map, Action<string> melding)
{
    private readonly Documentlezer _documenten = new(map, diensten);

    public long Gedaan { get; private set; }

    public long Fout { get; private set; }

    public async Task Neem(IReadOnlyList<Invoerregel> regels, CancellationToken stop)
    {
        await diensten.Nummers.Vul(store, "zaakgericht", stop);
        var goed = regels.Where(regel => regel.Invoer is not null).Select(regel => (regel.Nummer, Invoer: regel.Invoer!)).ToList();
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
            foreach (var (nummer, invoer) in goed) await Een(nummer, invoer, stop);
            await store.WriteBulk(session => Merk(session, regels[^1].Nummer), stop);
        }
    }

    private async Task Een(long nummer, Pijplijn.Mutaties.Invoer invoer, CancellationToken stop)
    {
        try
        {
            await store.WriteBulk(async session =>
            {
                await invoer.Resource.Neem(session, invoer, diensten);
                return await Merk(session, nummer);
            }, stop);
            Gedaan++;
        }
        catch (ProbleemException fout)
        {
            Meld(nummer, fout.Probleem);
        }
        catch (Exception fout) when (fout is UniqueConflictException or ReferenceConflictException)
        {
            Meld(nummer, fout.Message);
        }
    }

    /// <summary>Reads one line, and keeps the content that comes with it. A line that is no resource is told.</summary>
    public async Task<Invoerregel> Lees(long nummer, string tekst, CancellationToken stop)
    {
        try
        {
            if (Vind(JsonSerializer.Deserialize<JsonElement>(tekst)) is { } invoer)
                return new(nummer, invoer.Resource == DocumentenResources.Informatieobjecten ? await _documenten.Lees(invoer, stop) : invoer);
            Meld(nummer, "de url is van geen bekende resource");
        }
        catch (Exception fout) when (fout is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            Meld(nummer, "geen JSON-object met een url");
        }
        catch (ProbleemException fout) when (fout.Probleem.Status < 500)
        {
            Meld(nummer, fout.Probleem);
        }

        return new(nummer, null);
    }

    /// <summary>The base is whatever stands before the path of a resource that this node knows.</summary>
    private Pijplijn.Mutaties.Invoer? Vind(JsonElement json)
    {
        var url = json.GetProperty("url").GetString()!;
        foreach (var plek in Plekken(url))
        {
            if (diensten.Resources.Vind(Pijplijn.Model.EigenUrls.Plek + url[plek..]) is not { } gevonden) continue;
            return new Pijplijn.Mutaties.Invoer(gevonden.Resource, gevonden.Id, json, [url[..plek], store.Organisatie.Basis], aanroep, diensten.Klok.GetUtcNow(), keuze.Gebeurtenissen, keuze.Audittrail);
        }

        return null;
    }

    private static IEnumerable<int> Plekken(string url)
    {
        var begin = url.IndexOf("://", StringComparison.Ordinal);
        for (var plek = begin < 0 ? -1 : url.IndexOf('/', begin + 3); plek >= 0; plek = url.IndexOf('/', plek + 1)) yield return plek;
    }

    private ValueTask<int> Merk(Session session, long regel) => session.Execute(
        "INSERT INTO zaakgericht_invoer (bestand, regel) VALUES ($1, $2) ON CONFLICT (bestand) DO UPDATE SET regel = $2", kenmerk, regel);

    private void Meld(long nummer, Probleem probleem) =>
        Meld(nummer, probleem.InvalidParams is { Count: > 0 } velden ? string.Join("; ", velden.Select(v => $"{v.Name}: {v.Reason}")) : probleem.Title);

    private void Meld(long nummer, string reden)
    {
        Fout++;
        melding($"regel {nummer}: {reden}");
    }
}
