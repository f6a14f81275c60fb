using System.Buffers;
using System.Globalization;
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
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Personen.Bewoningen;

/// <summary>BRP Bewoning 2.1.0 at the source: who lived at an adresseerbaar object.</summary>
internal sealed class Bewoningverstrekking(Stores stores, Tabelopslag tabellen, Sleutelvulling sleutels, Vastlegging vastlegging, Autorisatieboek autorisaties, Voorpost voorpost, TimeProvider klok)
{
    private const string Veld = "bewoningen";

    /// <summary>What RvIG gives to who may ask about all objects (AX.BW.01), and what protocollering writes down.</summary>
    private const string Rubriek = "AXBW01";

    private static readonly JsonEncodedText Geboren = JsonEncodedText.Encode("datum");

    public async Task<ReadOnlyMemory<byte>> Beantwoord(Aanroep aanroep, JsonElement body, CancellationToken stop)
    {
        var vraag = Periodevraag.Lees(body, Parameter.BewoondObject, "BewoningMetPeildatum", "BewoningMetPeriode");
        var doel = aanroep.Doel ?? throw BrpProblemen.NietGeautoriseerd(Machtiging.GeenDoel);
        if (!doel.Dekt(Diensten.Bewoning, Veld)) throw BrpProblemen.VraagNietGeautoriseerd($"Niet geautoriseerd voor {vraag.Type}.");
        // In whose municipality the object lies is known where the lists are.
        if (Voorpost.Is(aanroep, Diensten.Bewoning)) return await voorpost.Bewoningen(aanroep, body, stop);
        var begin = klok.GetUtcNow();
        var store = await stores.Get(aanroep.Organisatie);
        var autorisatie = await autorisaties.Van(store, aanroep, doel, stop);
        var bereik = Bewoningbereik.Van(aanroep, doel, autorisatie, Rubriek) ?? throw BrpProblemen.VraagNietGeautoriseerd("Alleen gemeenten mogen bewoningen raadplegen.");
        await sleutels.Zorg(store, stop);
        var gevonden = await store.Read(session => session.MetSleutel(Sleutelsoort.Verblijf, vraag.Waarde), stop);
        var bewoners = Bewoners(gevonden, vraag.Waarde, out var gemeenten);
        if (!bereik.Omvat(gemeenten, await tabellen.Van(store, stop)))
            throw BrpProblemen.VraagNietGeautoriseerd("Je mag alleen bewoning van adresseerbare objecten binnen de eigen gemeente raadplegen.");

        var samenstellingen = Samenstelling.Van(bewoners, vraag.Periode);
        var verstrekt = samenstellingen.Where(een => !een.IsVeel).SelectMany(een => een.Bewoners.Concat(een.Mogelijk)).Select(een => een.Bewoner.Persoon).Distinct().ToList();
        var vastgelegd = vastlegging.Leg(store, aanroep, doel, Levering, verstrekt, begin, stop);
        var antwoord = Schrijf(samenstellingen, vraag.Waarde);
        await vastgelegd;
        return antwoord;
    }

    private static Levering Levering => new("Als bewoner van een adres verstrekt", Periodevraag.Zoekrubrieken(Parameter.BewoondObject), Rubriek, [$"{Diensten.Bewoning}:{Veld}"]);

    /// <param name="gemeenten">In which the object lies, or ever lay.</param>
    private static List<Bewoner> Bewoners(List<Gevonden> gevonden, string adresseerbaarObject, out HashSet<string> gemeenten)
    {
        var bewoners = new List<Bewoner>();
        gemeenten = new(StringComparer.Ordinal);
        foreach (var persoon in gevonden)
        {
            using var lijst = Persoonslijst.Lees(persoon.Body);
            gemeenten.UnionWith(lijst.Verblijfplaatsen().Where(verblijf => verblijf["1180"] == adresseerbaarObject).Select(verblijf => verblijf["0910"]).OfType<string>());
            if (lijst.Actueel("01") is not { } eigen) continue;
            bewoners.Add(new(
                persoon, Naam.Van(eigen).VolledigeNaam(eigen["0410"]), Lo3Datum.Lees(eigen["0310"]), lijst.Waarde("07", "7010") is not (null or "0"), [.. Adreshouding.Van(lijst, adresseerbaarObject)]));
        }

        return bewoners;
    }

    private static ReadOnlyMemory<byte> Schrijf(List<Samenstelling> samenstellingen, string adresseerbaarObject)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, JsonVormen.Schrijfwijze);
        json.WriteStartObject();
        json.WriteStartArray("bewoningen"u8);
        foreach (var samenstelling in samenstellingen)
        {
            json.WriteStartObject();
            json.WriteString("adresseerbaarObjectIdentificatie"u8, adresseerbaarObject);
            json.WriteStartObject("periode"u8);
            json.WriteString("datumVan"u8, samenstelling.Periode.Van.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("datumTot"u8, samenstelling.Periode.Tot.ToString("O", CultureInfo.InvariantCulture));
            json.WriteEndObject();
            SchrijfLijst(json, "bewoners", samenstelling.IsVeel ? [] : samenstelling.Bewoners);
            SchrijfLijst(json, "mogelijkeBewoners", samenstelling.IsVeel ? [] : samenstelling.Mogelijk);
            if (samenstelling.IsVeel) json.WriteBoolean("indicatieVeelBewoners"u8, true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void SchrijfLijst(Utf8JsonWriter json, string naam, IEnumerable<(Bewoner Bewoner, bool InOnderzoek)> bewoners)
    {
        json.WriteStartArray(naam);
        foreach (var (bewoner, inOnderzoek) in bewoners)
        {
            json.WriteStartObject();
            if (bewoner.Persoon.Bsn is { } bsn) json.WriteString("burgerservicenummer"u8, bsn);
            if (bewoner.IsGeheim) json.WriteBoolean("geheimhoudingPersoonsgegevens"u8, true);
            if (inOnderzoek) json.WriteBoolean("inOnderzoek"u8, true);
            if (bewoner.VolledigeNaam is { } volledig)
            {
                json.WriteStartObject("naam"u8);
                json.WriteString("volledigeNaam"u8, volledig);
                json.WriteEndObject();
            }

            if (bewoner.Geboren is { } datum)
            {
                json.WriteStartObject("geboorte"u8);
                json.Datum(Geboren, datum);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
