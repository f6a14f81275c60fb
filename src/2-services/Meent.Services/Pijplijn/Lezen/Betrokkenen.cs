using Meent.Data.Opslag;
using Meent.Services.Logboek;
using Meent.Standards.Identificaties;

namespace Meent.Services.Pijplijn.Lezen;

/// <summary>The data subjects in an answer: their records are durable before its first byte is sent (LDV; fail closed).</summary>
internal sealed class Betrokkenen(Resource resource)
{
    private readonly HashSet<Betrokkene> _gevonden = [];

    public void Voeg(Row row)
    {
        if (resource.Betrokkenekolom is not null) Voeg(row.TextOrNull(2 + resource.Leeskolommen.Count));
    }

    /// <param name="bsns">With commas between; null for nobody.</param>
    public void Voeg(string? bsns)
    {
        if (bsns is null) return;
        foreach (var bsn in bsns.Split(',')) _gevonden.Add(Betrokkene.Van(Bsn.Parse(bsn)));
    }

    public ValueTask Vastleggen(Dienstverlening diensten, Aanroep aanroep, CancellationToken stop) => _gevonden.Count == 0
        ? ValueTask.CompletedTask
        : diensten.Logboek.Schrijf(
            aanroep.Organisatie,
            diensten.Logboek.Regels(aanroep, $"{resource.Meervoud} geraadpleegd", _gevonden, aanroep.Activiteit, [$"{resource.Dienst}:{resource.Meervoud}"]), stop);
}
