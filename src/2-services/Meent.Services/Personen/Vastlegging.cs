using System.Diagnostics;
using System.Text.Json;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.Logboek;
using Meent.Services.Personen.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Logboek;

namespace Meent.Services.Personen;

/// <summary>What is told of persons in one answer, as it goes on record.</summary>
/// <param name="Naam">In words a resident understands.</param>
/// <param name="Zoekrubrieken">The elements by which was searched, as protocollering wants them.</param>
/// <param name="Rubrieken">The elements that were asked.</param>
/// <param name="Gegevens">The fields: <c>personen:naam</c>.</param>
/// <param name="Zoekvelden">The fields by which the purpose allows the question; null where fields are not counted (decision 0067).</param>
internal sealed record Levering(string Naam, string Zoekrubrieken, string Rubrieken, IEnumerable<string> Gegevens, IEnumerable<string>? Zoekvelden = null);

/// <summary>Puts a delivery on record: in the protocol of the BRP, and in the logbook. Without it there is no answer.</summary>
internal sealed class Vastlegging(Pseudoniemen pseudoniemen, Bewaartermijnen termijnen, TimeProvider klok)
{
    /// <summary>The entry in the own register of processing activities under which this source tells others.</summary>
    public const string Activiteit = "personen-verstrekken";

    public ValueTask<int> Leg(Store store, Aanroep aanroep, Doel doel, Levering levering, IReadOnlyList<Gevonden> gevonden, DateTimeOffset begin, CancellationToken stop)
    {
        if (gevonden.Count == 0) return ValueTask.FromResult(0);
        var protocol = new Protocolregel(
            begin, aanroep.Peer ?? aanroep.Organisatie.Oin, doel.Uri, levering.Zoekrubrieken, levering.Rubrieken, Activity.Current?.TraceId.ToHexString());
        var regels = Logregels(aanroep, doel, levering, gevonden, begin);
        return store.Write(async session =>
        {
            await protocol.Schrijf(session, [.. gevonden.Select(persoon => persoon.Id)]);
            return await session.Logboek(regels);
        }, stop);
    }

    // One record a person (Logboek Dataverwerkingen 3.3.2): for another organisation as our own activity with theirs beside it, within the
    // organisation as the caller's activity.
    private List<Logregel> Logregels(Aanroep aanroep, Doel doel, Levering levering, IReadOnlyList<Gevonden> gevonden, DateTimeOffset begin)
    {
        var spoor = Spoor.Nieuw();
        var isVanBuiten = aanroep.Aanroeper is not null;
        var attributen = new Dictionary<string, string> { [LogboekAttributen.Gegevens] = string.Join(' ', levering.Gegevens.Distinct(StringComparer.Ordinal)) };
        if (levering.Zoekvelden is not null) attributen[LogboekAttributen.Vraag] = string.Join(' ', levering.Zoekvelden.Prepend("1"));
        if (isVanBuiten) attributen[LogboekAttributen.DoelAanroeper] = doel.Uri;
        var eerste = JsonSerializer.Serialize(attributen);
        if (levering.Zoekvelden is not null) attributen[LogboekAttributen.Vraag] = "";
        var volgende = JsonSerializer.Serialize(attributen);
        var einde = klok.GetUtcNow();
        var activiteit = aanroep.Toestemming?.Mogelijkheid?.Activiteit ?? (isVanBuiten ? aanroep.Organisatie.Verwerkingsactiviteit(Activiteit) : doel.Uri);
        var termijn = termijnen.Van(aanroep.Organisatie, activiteit, begin);
        return [.. gevonden.Select((persoon, i) => new Logregel
        {
            Spoor = i == 0 ? spoor : spoor.Kind(),
            Activiteit = activiteit,
            Bewaartermijn = termijn,
            Naam = levering.Naam,
            Begin = begin,
            Einde = einde,
            Betrokkene = pseudoniemen.Van(aanroep.Organisatie, persoon.Betrokkene.Type, persoon.Betrokkene.Waarde),
            Aanroeper = aanroep.Aanroeper,
            Attributen = i == 0 ? eerste : volgende,
        })];
    }
}
