using System.Buffers;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Personen.Autorisaties;
using Meent.Services.Personen.Gezag;
using Meent.Services.Personen.Lijst;
using Meent.Services.Personen.Opslag;
using Meent.Services.Personen.Tabellen;
using Meent.Services.Personen.Velden;
using Meent.Services.Personen.Vraag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Elders;
using Meent.Services.Toestemmingen;
using Meent.Services.Verwerkingsregister;
using Meent.Standards;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Personen;

/// <summary>
/// Answers a question about persons: one query for all of them, then the answer is written while its record is being made durable. Without
/// the record there is no answer.
/// </summary>
internal sealed class Verstrekking(
    Stores stores, Tabelopslag tabellen, Sleutelvulling sleutels, Toestemmingsboek toestemmingen, Vastlegging vastlegging, Autorisatieboek autorisaties, Voorpost voorpost, TimeProvider klok)
{
    public async Task<ReadOnlyMemory<byte>> Beantwoord(Aanroep aanroep, JsonElement body, CancellationToken stop)
    {
        var vraag = Personenvraag.Lees(body);
        var doel = Machtiging.Controleer(aanroep, vraag);
        if (Voorpost.Is(aanroep, Diensten.Personen)) return await voorpost.Personen(aanroep, vraag, body, stop);
        var begin = klok.GetUtcNow();
        var store = await stores.Get(aanroep.Organisatie);
        Machtiging.Controleer(await autorisaties.Van(store, aanroep, doel, stop), vraag);
        var waarden = await tabellen.Van(store, stop);
        var gevonden = vraag.IsZoekvraag ? await Zoek(store, aanroep, vraag, stop) : await Raadpleeg(store, aanroep, vraag, stop);

        var vastgelegd = vastlegging.Leg(store, aanroep, doel, Levering(doel, vraag), gevonden, begin, stop);
        var antwoord = await Schrijf(store, vraag, gevonden, waarden, stop);
        await vastgelegd;
        return antwoord;
    }

    /// <returns>Who fits, in an order that is the same each time.</returns>
    private async ValueTask<List<Gevonden>> Zoek(Store store, Aanroep aanroep, Personenvraag vraag, CancellationToken stop)
    {
        // Whether too many are found would tell of those who did not consent.
        if (aanroep.Toestemming is not null) throw BrpProblemen.VraagNietGeautoriseerd($"Niet geautoriseerd voor {vraag.Type.Naam}: het doel berust op toestemming.");
        await sleutels.Zorg(store, stop);
        var gevonden = await store.Read(session => session.Zoek(vraag), stop);
        if (vraag.Type.Maximum is { } maximum && gevonden.Count > maximum) throw BrpProblemen.TeveelResultaten(maximum);
        return [.. gevonden.OrderBy(persoon => persoon.Anummer, StringComparer.Ordinal)];
    }

    /// <returns>In the order in which was asked.</returns>
    private async ValueTask<List<Gevonden>> Raadpleeg(Store store, Aanroep aanroep, Personenvraag vraag, CancellationToken stop)
    {
        var bsns = await Toegestaan(aanroep, vraag, stop);
        if (bsns.Count == 0) return [];
        var gevonden = await store.Read(session => session.Vind(bsns, vraag.Zoek.GetValueOrDefault(Parameter.Gemeente)), stop);
        if (gevonden.DistinctBy(persoon => persoon.Bsn).Count() < gevonden.Count)
            throw BrpProblemen.Parameters([new("burgerservicenummer", "unique", "De opgegeven persoonidentificatie is niet uniek.")]);
        return [.. vraag.Burgerservicenummers.Join(gevonden, bsn => bsn, persoon => persoon.Bsn, (_, persoon) => persoon)];
    }

    /// <summary>Who did not consent, where that is the ground, is to the caller as somebody who does not exist.</summary>
    private async ValueTask<IReadOnlyList<string>> Toegestaan(Aanroep aanroep, Personenvraag vraag, CancellationToken stop)
    {
        if (aanroep.Toestemming is not { } bereik) return vraag.Burgerservicenummers;
        var velden = vraag.Velden.Where(veld => veld != Machtiging.Zoekveld).Select(Veldenlijst.ZonderAlias).ToList();
        var personen = await toestemmingen.Personen(aanroep.Organisatie, bereik, Diensten.Personen, velden, vraag.Burgerservicenummers, stop);
        return [.. vraag.Burgerservicenummers.Where(personen.Contains)];
    }

    private async ValueTask<ReadOnlyMemory<byte>> Schrijf(Store store, Personenvraag vraag, List<Gevonden> gevonden, Tabelwaarden waarden, CancellationToken stop)
    {
        var bsns = vraag.Velden.Contains(Veldenlijst.Gezag) ? gevonden.Select(persoon => persoon.Bsn).OfType<string>().ToList() : [];
        using var gezag = bsns.Count == 0 ? null : await store.Read(session => Gezagsregister.Lees(session, bsns, klok.Vandaag()), stop);
        var selectie = Selectie.Van(vraag.Type.Velden, vraag.Velden);
        var vandaag = klok.Vandaag();
        var buffer = new ArrayBufferWriter<byte>(512 * (gevonden.Count + 1));
        using var json = new Utf8JsonWriter(buffer, JsonVormen.Schrijfwijze);
        json.WriteStartObject();
        json.WriteString("type"u8, vraag.Type.Naam);
        json.WriteStartArray("personen"u8);
        foreach (var persoon in gevonden)
        {
            using var lijst = Persoonslijst.Lees(persoon.Body);
            selectie.Schrijf(json, new PersoonBron(lijst, waarden, vandaag) { Gezag = gezag });
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static Levering Levering(Doel doel, Personenvraag vraag) => new(
        vraag.IsZoekvraag ? "Gevonden bij het zoeken naar een persoon" : "Persoonsgegevens verstrekt",
        vraag.Zoekrubrieken,
        Selectie.Van(vraag.Type.Velden, vraag.Velden).Rubrieken,
        vraag.Velden.Select(v => "personen:" + vraag.Type.Velden.Geleverd(v)),
        Machtiging.Zoekvelden(doel, vraag).Select(v => "personen:" + v));
}
