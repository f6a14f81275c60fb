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
        if (resource.Betrokkenekolom is null || row.TextOrNull(2 + resource.Leeskolommen.Count) is not { } tekst) return;
        foreach (var bsn in tekst.Split(',')) _gevonden.Add(Betrokkene.Van(Bsn.Parse(bsn)));
    }

    public ValueTask Vastleggen(Dienstverlening diensten, Aanroep aanroep, CancellationToken stop) => _gevonden.Count == 0
        ? ValueTask.CompletedTask
        : diensten.Logboek.Schrijf(
            aanroep.Organisatie,
            diensten.Logboek.Regels(aanroep, $"{resource.Meervoud} geraadpleegd", _gevonden, aanroep.Activiteit, [$"{resource.Dienst}:{resource.Meervoud}"]), stop);
}
