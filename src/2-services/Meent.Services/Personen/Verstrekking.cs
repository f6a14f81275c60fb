using System.Buffers;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.Personen.Lijst;
using Meent.Services.Personen.Opslag;
using Meent.Services.Personen.Tabellen;
using Meent.Services.Personen.Velden;
using Meent.Services.Personen.Vraag;
using Meent.Services.Pijplijn;
using Meent.Services.Verwerkingsregister;
using Meent.Standards;
using Meent.Standards.Logboek;

namespace Meent.Services.Personen;

/// <summary>
/// Answers a question about persons: one query for all of them, then the answer is written while its record is being made durable. Without
/// the record there is no answer.
/// </summary>
internal sealed class Verstrekking(Stores stores, Tabelopslag tabellen, Pseudoniemen pseudoniemen, TimeProvider klok)
{
    /// <summary>The entry in the own register of processing activities under which this source tells others.</summary>
    public const string Activiteit = "personen-verstrekken";

    private static readonly JsonWriterOptions Schrijfwijze = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public async Task<ReadOnlyMemory<byte>> Beantwoord(Aanroep aanroep, Doel doel, Raadpleegvraag vraag, CancellationToken stop)
    {
        var begin = klok.GetUtcNow();
        var store = await stores.Get(aanroep.Organisatie);
        var waarden = await tabellen.Van(store, stop);
        var gevonden = await store.Read(session => session.Vind(vraag.Burgerservicenummers, vraag.Gemeente), stop);
        if (gevonden.DistinctBy(p => p.Bsn).Count() < gevonden.Count)
            throw BrpProblemen.Parameters([new("burgerservicenummer", "unique", "De opgegeven persoonidentificatie is niet uniek.")]);

        var vastgelegd = gevonden.Count == 0 ? ValueTask.FromResult(0) : LegVast(store, aanroep, doel, vraag, gevonden, begin, stop);
        var antwoord = Schrijf(vraag, gevonden, waarden);
        await vastgelegd;
        return antwoord;
    }

    private ReadOnlyMemory<byte> Schrijf(Raadpleegvraag vraag, List<Gevonden> gevonden, Tabelwaarden waarden)
    {
        var selectie = Selectie.Van(vraag.Velden);
        var vandaag = klok.Vandaag();
        var buffer = new ArrayBufferWriter<byte>(512 * (gevonden.Count + 1));
        using var json = new Utf8JsonWriter(buffer, Schrijfwijze);
        json.WriteStartObject();
        json.WriteString("type"u8, Raadpleegvraag.Type);
        json.WriteStartArray("personen"u8);
        // In the order in which was asked.
        foreach (var persoon in vraag.Burgerservicenummers.Join(gevonden, bsn => bsn, p => p.Bsn, (_, p) => p))
        {
            using var lijst = Persoonslijst.Lees(persoon.Body);
            selectie.Schrijf(json, new PersoonBron(lijst, waarden, vandaag));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private ValueTask<int> LegVast(
        Store store, Aanroep aanroep, Doel doel, Raadpleegvraag vraag, List<Gevonden> gevonden, DateTimeOffset begin,
        CancellationToken stop)
    {
        var protocol = new Protocolregel(
            begin, aanroep.Peer ?? aanroep.Organisatie.Oin, doel.Uri, vraag.Gemeente is null ? "010120" : "010120, 080910",
            Selectie.Van(vraag.Velden).Rubrieken, Activity.Current?.TraceId.ToHexString());
        var regels = Logregels(aanroep, doel, vraag, gevonden, begin);
        return store.Write(async session =>
        {
            foreach (var persoon in gevonden) await protocol.Schrijf(session, persoon.Id);
            return await session.Logboek(regels);
        }, stop);
    }

    // One record a person (Logboek Dataverwerkingen 3.3.2): for another organisation as our own activity with theirs beside it, within the
    // organisation as the caller's activity.
    private List<Logregel> Logregels(Aanroep aanroep, Doel doel, Raadpleegvraag vraag, List<Gevonden> gevonden, DateTimeOffset begin)
    {
        var spoor = Spoor.Nieuw();
        var isVanBuiten = aanroep.Aanroeper is not null;
        var attributen = new Dictionary<string, string>
        {
            [LogboekAttributen.Gegevens] = string.Join(' ', vraag.Velden.Select(v => "personen:" + v)),
        };
        if (isVanBuiten) attributen[LogboekAttributen.DoelAanroeper] = doel.Uri;
        var einde = klok.GetUtcNow();
        return [.. gevonden.Select((persoon, i) => new Logregel
        {
            Spoor = i == 0 ? spoor : spoor.Kind(),
            Activiteit = isVanBuiten ? aanroep.Organisatie.Verwerkingsactiviteit(Activiteit) : doel.Uri,
            Naam = "Persoonsgegevens verstrekt",
            Begin = begin,
            Einde = einde,
            Betrokkene = pseudoniemen.Van(aanroep.Organisatie, LogboekAttributen.Bsn, persoon.Bsn),
            Aanroeper = aanroep.Aanroeper,
            Attributen = JsonSerializer.Serialize(attributen),
        })];
    }
}
