using System.Buffers;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Personen.Afleiding;
using Meent.Services.Personen.Autorisaties;
using Meent.Services.Personen.Lijst;
using Meent.Services.Personen.Opslag;
using Meent.Services.Personen.Tabellen;
using Meent.Services.Personen.Velden;
using Meent.Services.Personen.Vraag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Elders;
using Meent.Services.Toestemmingen;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;

namespace Meent.Services.Personen.Historie;

/// <summary>BRP Historie 2.0.0 at the source: where somebody lived.</summary>
internal sealed class Historieverstrekking(Stores stores, Tabelopslag tabellen, Toestemmingsboek toestemmingen, Vastlegging vastlegging, Autorisatieboek autorisaties, Voorpost voorpost, TimeProvider klok)
{
    private const string Veld = "verblijfplaatsen";

    /// <summary>What protocollering writes down for all of it together (PX.VP.07).</summary>
    private const string Rubriek = "PXVP07";

    private static Levering Levering => new("Waar iemand woonde verstrekt", Periodevraag.Zoekrubrieken(Parameter.Burgerservicenummer), Rubriek, [$"{Diensten.Verblijfplaatshistorie}:{Veld}"]);

    public async Task<ReadOnlyMemory<byte>> Beantwoord(Aanroep aanroep, JsonElement body, CancellationToken stop)
    {
        var vraag = Periodevraag.Lees(body, Parameter.Burgerservicenummer, "RaadpleegMetPeildatum", "RaadpleegMetPeriode");
        var doel = aanroep.Doel ?? throw BrpProblemen.NietGeautoriseerd(Machtiging.GeenDoel);
        if (!doel.Dekt(Diensten.Verblijfplaatshistorie, Veld)) throw GeenHistorie();
        if (Voorpost.Is(aanroep, Diensten.Verblijfplaatshistorie)) return await voorpost.Historie(aanroep, vraag, body, stop);
        var begin = klok.GetUtcNow();
        var store = await stores.Get(aanroep.Organisatie);
        // Municipalities may ask it, as at RvIG.
        if (await autorisaties.Van(store, aanroep, doel, stop) is { IsVanGemeente: false } autorisatie && !autorisatie.Heeft(Rubriek)) throw GeenHistorie();
        var waarden = await tabellen.Van(store, stop);
        var gevonden = await MetToestemming(aanroep, vraag.Waarde, stop) ? await store.Read(session => session.Vind([vraag.Waarde], null), stop) : [];
        if (gevonden.Count > 1) throw BrpProblemen.Parameters([new(Parameter.Burgerservicenummer.Naam, "unique", "De opgegeven persoonidentificatie is niet uniek.")]);

        var vastgelegd = vastlegging.Leg(store, aanroep, doel, Levering, gevonden, begin, stop);
        var antwoord = Schrijf(gevonden, vraag.Periode, waarden, klok.Vandaag());
        await vastgelegd;
        return antwoord;
    }

    private static ProbleemException GeenHistorie() => BrpProblemen.NietGeautoriseerd("Niet geautoriseerd voor verblijfplaatshistorie.");

    /// <summary>Who did not consent, where that is the ground, is to the caller as somebody who does not exist.</summary>
    private async ValueTask<bool> MetToestemming(Aanroep aanroep, string bsn, CancellationToken stop) =>
        aanroep.Toestemming is not { } bereik || (await toestemmingen.Personen(aanroep.Organisatie, bereik, Diensten.Verblijfplaatshistorie, [Veld], [bsn], stop)).Contains(bsn);

    private static ReadOnlyMemory<byte> Schrijf(List<Gevonden> gevonden, Tijdvak periode, Tabelwaarden waarden, DateOnly vandaag)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, JsonVormen.Schrijfwijze);
        json.WriteStartObject();
        json.WriteStartArray("verblijfplaatsen"u8);
        using var lijst = gevonden.Count == 0 ? null : Persoonslijst.Lees(gevonden[0].Body);
        var bron = lijst is null ? null : new PersoonBron(lijst, waarden, vandaag);
        if (bron is not null) SchrijfVerblijven(json, bron, periode);
        json.WriteEndArray();
        if (bron is not null)
        {
            Automatischen.SchrijfGeheimhouding(json, new Plek(bron, bron.Eigen));
            Automatischen.SchrijfOpschorting(json, new Plek(bron, bron.Eigen));
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    // The most recent first. Of a stay whose days are not known in full, one that may have been in the period is in it.
    private static void SchrijfVerblijven(Utf8JsonWriter json, PersoonBron bron, Tijdvak periode)
    {
        var verblijven = Adreshouding.Verblijven(bron.Lijst);
        for (var i = verblijven.Count - 1; i >= 0; i--)
        {
            if (Adreshouding.Mogelijk(verblijven, i).Binnen(periode).IsLeeg) continue;
            HistorieVelden.Schrijf(json, new Plek(bron, verblijven[i])
            {
                Volgende = i + 1 < verblijven.Count ? verblijven[i + 1] : null,
                NietOpAdresVanaf = Adreshouding.NietOpAdresVanaf(verblijven, i),
            });
        }
    }
}
