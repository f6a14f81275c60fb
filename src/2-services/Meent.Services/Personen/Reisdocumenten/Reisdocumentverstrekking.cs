using System.Buffers;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Personen.Autorisaties;
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

namespace Meent.Services.Personen.Reisdocumenten;

/// <summary>BRP Reisdocumenten 2.0.0 at the source.</summary>
internal sealed class Reisdocumentverstrekking(
    Stores stores, Tabelopslag tabellen, Sleutelvulling sleutels, Toestemmingsboek toestemmingen, Vastlegging vastlegging, Autorisatieboek autorisaties, Voorpost voorpost, TimeProvider klok)
{
    private const string Bsn = "houder.burgerservicenummer";

    public async Task<ReadOnlyMemory<byte>> Beantwoord(Aanroep aanroep, JsonElement body, CancellationToken stop)
    {
        var vraag = Reisdocumentvraag.Lees(body);
        var doel = Controleer(aanroep, vraag);
        if (Voorpost.Is(aanroep, Diensten.Reisdocumenten)) return await voorpost.Reisdocumenten(aanroep, vraag, body, stop);
        var begin = klok.GetUtcNow();
        var store = await stores.Get(aanroep.Organisatie);
        Controleer(await autorisaties.Van(store, aanroep, doel, stop), vraag);
        var waarden = await tabellen.Van(store, stop);
        var gevonden = await Vind(store, aanroep, vraag, stop);

        // Of who has no document nothing is told.
        var antwoord = Schrijf(vraag, gevonden, waarden, out var houders);
        await vastlegging.Leg(store, aanroep, doel, Levering(vraag), houders, begin, stop);
        return antwoord;
    }

    /// <exception cref="Standards.Problemen.ProbleemException">403: the purpose does not allow the question, or does not cover the fields that it names.</exception>
    private static Doel Controleer(Aanroep aanroep, Reisdocumentvraag vraag)
    {
        var doel = aanroep.Doel ?? throw BrpProblemen.NietGeautoriseerd(Machtiging.GeenDoel);
        // Whose document it is, is a search for a person (decision 0065).
        if (vraag.IsOpNummer && !doel.Geeft($"{Diensten.Reisdocumenten}.{vraag.Type}")) throw BrpProblemen.VraagNietGeautoriseerd($"Niet geautoriseerd voor {vraag.Type}.");
        var teveel = vraag.Velden.Where(veld => !(veld == Bsn && !vraag.IsOpNummer) && !doel.Dekt(Diensten.Reisdocumenten, veld)).Distinct(StringComparer.Ordinal).ToList();
        return teveel.Count == 0 ? doel : throw BrpProblemen.VeldenNietGeautoriseerd(teveel);
    }

    // Municipalities may ask all of it, as at RvIG.
    private static void Controleer(Autorisatie? autorisatie, Reisdocumentvraag vraag)
    {
        if (autorisatie is { IsVanGemeente: false }) Machtiging.Controleer(autorisatie, [vraag.Parameter], ReisdocumentVelden.Velden, vraag.Velden);
    }

    private async ValueTask<List<Gevonden>> Vind(Store store, Aanroep aanroep, Reisdocumentvraag vraag, CancellationToken stop)
    {
        if (!vraag.IsOpNummer) return await MetToestemming(aanroep, vraag, stop) ? await store.Read(session => session.Vind([vraag.Nummer], null), stop) : [];
        if (aanroep.Toestemming is not null) throw BrpProblemen.VraagNietGeautoriseerd($"Niet geautoriseerd voor {vraag.Type}: het doel berust op toestemming.");
        await sleutels.Zorg(store, stop);
        return await store.Read(session => session.MetSleutel(Sleutelsoort.Reisdocument, vraag.Nummer), stop);
    }

    /// <summary>Who did not consent, where that is the ground, is to the caller as somebody without documents.</summary>
    private async ValueTask<bool> MetToestemming(Aanroep aanroep, Reisdocumentvraag vraag, CancellationToken stop) =>
        aanroep.Toestemming is not { } bereik
        || (await toestemmingen.Personen(aanroep.Organisatie, bereik, Diensten.Reisdocumenten, [.. vraag.Velden.Where(veld => veld != Bsn)], [vraag.Nummer], stop)).Contains(vraag.Nummer);

    private ReadOnlyMemory<byte> Schrijf(Reisdocumentvraag vraag, List<Gevonden> gevonden, Tabelwaarden waarden, out List<Gevonden> houders)
    {
        var selectie = Selectie.Van(ReisdocumentVelden.Velden, vraag.Velden);
        var vandaag = klok.Vandaag();
        houders = [];
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, JsonVormen.Schrijfwijze);
        json.WriteStartObject();
        json.WriteString("type"u8, vraag.Type);
        json.WriteStartArray("reisdocumenten"u8);
        foreach (var persoon in gevonden)
        {
            using var lijst = Persoonslijst.Lees(persoon.Body);
            var bron = new PersoonBron(lijst, waarden, vandaag);
            var documenten = lijst.Stapels("12").Select(stapel => stapel.Actueel).Where(document => Betreft(vraag, document)).ToList();
            foreach (var document in documenten) selectie.Schrijf(json, new Plek(bron, document));
            if (documenten.Count > 0) houders.Add(persoon);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    // By person only what that person still has: a mark that none may be given (36.10) is no document, and one that was handed in or lost is gone.
    private static bool Betreft(Reisdocumentvraag vraag, Voorkomen document) => vraag.IsOpNummer
        ? document["3520"] == vraag.Nummer
        : document.HeeftGroep("35") && document["3560"] is null && document["3570"] is null;

    private static Levering Levering(Reisdocumentvraag vraag) => new(
        vraag.IsOpNummer ? "Gevonden bij het zoeken naar een reisdocument" : "Reisdocumenten verstrekt",
        vraag.Parameter.Rubriek!,
        Selectie.Van(ReisdocumentVelden.Velden, vraag.Velden).Rubrieken,
        vraag.Velden.Select(veld => $"{Diensten.Reisdocumenten}:{veld}"));
}
