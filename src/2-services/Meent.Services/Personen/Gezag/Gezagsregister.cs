using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Personen.Afleiding;
using Meent.Services.Personen.Lijst;
using Meent.Services.Personen.Opslag;

namespace Meent.Services.Personen.Gezag;

/// <summary>
/// The relations of gezag of the persons of one answer: of a minor those over him, of anybody those over minors for whom he has it. All lists that are
/// needed are read first, in a few queries however many persons there are.
/// </summary>
internal sealed class Gezagsregister : IDisposable
{
    private static readonly string[] Ouders = ["02", "03"];

    private readonly Dictionary<string, Gezagslijst?> _lijsten = new(StringComparer.Ordinal);
    private readonly List<Persoonslijst> _gelezen = [];
    private readonly DateOnly _vandaag;

    private Gezagsregister(DateOnly vandaag) => _vandaag = vandaag;

    public static async ValueTask<Gezagsregister> Lees(Session session, IReadOnlyCollection<string> bsns, DateOnly vandaag)
    {
        var register = new Gezagsregister(vandaag);
        await register.Voeg(session, bsns);
        var partners = register.Van(bsns).SelectMany(lijst => lijst.Partners).ToList();
        await register.Voeg(session, partners);
        var kinderen = register.Van(bsns.Concat(partners)).SelectMany(lijst => lijst.MinderjarigeKinderen).ToList();
        await register.Voeg(session, kinderen);
        var ouders = register.Van(bsns.Concat(kinderen)).Where(lijst => lijst.IsMinderjarig).SelectMany(lijst => Ouders.Select(ouder => lijst.Ouder(ouder)?["0120"])).OfType<string>().ToList();
        await register.Voeg(session, ouders);
        await register.Voeg(session, register.Van(ouders).SelectMany(lijst => lijst.Partners));
        return register;
    }

    public void Schrijf(Utf8JsonWriter json, JsonEncodedText naam, string? bsn)
    {
        json.WriteStartArray(naam);
        if (bsn is not null && _lijsten.GetValueOrDefault(bsn) is { } persoon)
        {
            foreach (var kind in Minderjarigen(persoon).Prepend(bsn).Distinct(StringComparer.Ordinal)) SchrijfRelatie(json, bsn, kind);
        }

        json.WriteEndArray();
    }

    public void Dispose()
    {
        foreach (var lijst in _gelezen) lijst.Dispose();
    }

    private IEnumerable<string> Minderjarigen(Gezagslijst persoon) => persoon.MinderjarigeKinderen.Concat(Van(persoon.Partners).SelectMany(partner => partner.MinderjarigeKinderen));

    private void SchrijfRelatie(Utf8JsonWriter json, string bsn, string minderjarige)
    {
        if (_lijsten.GetValueOrDefault(minderjarige) is not { } bewaard) return;
        var (ouder1, ouder2) = (Ouder(bewaard, "02"), Ouder(bewaard, "03"));
        var bepaling = new Gezagsbepaling(bewaard, ouder1, ouder2, ander => _lijsten.GetValueOrDefault(ander));
        if (bepaling.Bepaal() is not { } uitkomst || !(bsn == minderjarige || Heeft(bsn, uitkomst, ouder1, ouder2))) return;
        Gezagslijst?[] gebruikt = [bewaard, ouder1, ouder2, bepaling.NietOuder];
        json.WriteStartObject();
        json.WriteString("type"u8, uitkomst.Soort.ToString());
        json.WriteStartObject("minderjarige"u8);
        SchrijfPersoon(json, bewaard.Eigen);
        if (Lo3Datum.Lees(bewaard.Eigen["0310"]) is { } geboren && Leeftijd.Op(geboren, _vandaag) is { } jaren) json.WriteNumber("leeftijd"u8, jaren);
        json.WriteEndObject();
        SchrijfGezag(json, bewaard, uitkomst);
        if (uitkomst.Toelichting is not null) json.WriteString("toelichting"u8, uitkomst.Toelichting);
        if (gebruikt.Any(lijst => lijst?.WasInOnderzoek == true)) json.WriteBoolean("inOnderzoek"u8, true);
        json.WriteEndObject();
    }

    private static void SchrijfGezag(Utf8JsonWriter json, Gezagslijst kind, Gezagsuitkomst uitkomst)
    {
        switch (uitkomst.Soort)
        {
            case Gezagsoort.GezamenlijkOuderlijkGezag:
                json.WriteStartArray("ouders"u8);
                foreach (var ouder in uitkomst.Ouders)
                {
                    json.WriteStartObject();
                    SchrijfPersoon(json, kind.Ouder(ouder)!.Value);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                break;
            case Gezagsoort.EenhoofdigOuderlijkGezag or Gezagsoort.GezamenlijkGezag:
                json.WriteStartObject("ouder"u8);
                SchrijfPersoon(json, kind.Ouder(uitkomst.Ouders[0])!.Value);
                json.WriteEndObject();
                if (uitkomst.Soort == Gezagsoort.EenhoofdigOuderlijkGezag) break;
                json.WritePropertyName("derde"u8);
                SchrijfDerde(json, uitkomst.Derde);
                break;
            case Gezagsoort.Voogdij:
                json.WriteStartArray("derden"u8);
                if (uitkomst.Derde is not null) SchrijfDerde(json, uitkomst.Derde);
                json.WriteEndArray();
                break;
        }
    }

    private static void SchrijfDerde(Utf8JsonWriter json, Voorkomen? derde)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, derde is null ? "OnbekendeDerde" : "BekendeDerde");
        if (derde is { } bekend) SchrijfPersoon(json, bekend);
        json.WriteEndObject();
    }

    private static void SchrijfPersoon(Utf8JsonWriter json, Voorkomen persoon)
    {
        if (persoon["0120"] is { } bsn) json.WriteString("burgerservicenummer"u8, bsn);
        json.WriteStartObject("naam"u8);
        if (Naam.Van(persoon).VolledigeNaam(persoon["0410"]) is { } naam) json.WriteString("volledigeNaam"u8, naam);
        json.WriteEndObject();
    }

    private static bool Heeft(string bsn, Gezagsuitkomst uitkomst, Gezagslijst? ouder1, Gezagslijst? ouder2) =>
        (uitkomst.Ouders.Contains("02") && ouder1?.Bsn == bsn) || (uitkomst.Ouders.Contains("03") && ouder2?.Bsn == bsn) || uitkomst.Derde?["0120"] == bsn;

    private Gezagslijst? Ouder(Gezagslijst kind, string ouder) => kind.Ouder(ouder)?["0120"] is { } bsn ? _lijsten.GetValueOrDefault(bsn) : null;

    private IEnumerable<Gezagslijst> Van(IEnumerable<string> bsns) => bsns.Distinct(StringComparer.Ordinal).Select(bsn => _lijsten.GetValueOrDefault(bsn)).OfType<Gezagslijst>();

    private async ValueTask Voeg(Session session, IEnumerable<string> bsns)
    {
        foreach (var deel in bsns.Distinct(StringComparer.Ordinal).Where(bsn => !_lijsten.ContainsKey(bsn)).ToList().Chunk(200))
        {
            foreach (var bsn in deel) _lijsten[bsn] = null;
            foreach (var gevonden in await session.Vind(deel, null))
            {
                var lijst = Persoonslijst.Lees(gevonden.Body);
                _gelezen.Add(lijst);
                _lijsten[gevonden.Bsn!] ??= new Gezagslijst(lijst, _vandaag);
            }
        }
    }
}
