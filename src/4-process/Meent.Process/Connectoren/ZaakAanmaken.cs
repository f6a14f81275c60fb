using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Meent.Standards;
using Meent.Standards.Koppelvlak;

namespace Meent.Process.Connectoren;

/// <summary>
/// Creates a zaak with its initiator. The Zaken API knows no idempotency key, so the identification, which the standard keeps unique per organisation,
/// is derived from it: a zaak that is already there is ours.
/// </summary>
internal sealed class ZaakAanmaken(Zgw zgw) : IConnector
{
    private const string Base32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public string Naam => "zaak.aanmaken";

    public IReadOnlyList<string> Verplicht { get; } = ["zaaktype"];

    public IReadOnlyList<string>? Optioneel { get; } = ["omschrijving", "toelichting", "initiatorBsn"];

    public async Task<JsonObject> Roep(Aanroep aanroep, CancellationToken stop)
    {
        var startdatum = aanroep.Moment.LokaleDag().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var zaaktype = await Zaaktype(aanroep, startdatum, stop);
        var identificatie = Identificatie(aanroep);
        var (zaak, nieuw) = await VindOfMaak(aanroep, identificatie, zaaktype, startdatum, stop);
        if (aanroep.Tekst("initiatorBsn") is { Length: > 0 } bsn && (nieuw || !await HeeftInitiator(aanroep, zaak.Url(), stop)))
            await MaakInitiator(aanroep, zaak.Url(), zaaktype, bsn, stop);
        return zaak;
    }

    /// <summary>For people to read and to say: <c>ZAAK-2026-7K3M9QXT22PA</c>; 60 bits of the key.</summary>
    internal static string Identificatie(Aanroep aanroep)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(aanroep.Sleutel));
        var tekens = string.Create(12, hash, static (uit, bytes) =>
        {
            for (var i = 0; i < uit.Length; i++) uit[i] = Base32[bytes[i] & 31];
        });
        return string.Create(CultureInfo.InvariantCulture, $"ZAAK-{aanroep.Moment.LokaleDag().Year:0000}-{tekens}");
    }

    private async Task<string> Zaaktype(Aanroep aanroep, string startdatum, CancellationToken stop)
    {
        var identificatie = aanroep.Vereist("zaaktype");
        var gevonden = await zgw.Lijst(aanroep.Namens, Diensten.Catalogi,
            $"zaaktypen?identificatie={Uri.EscapeDataString(identificatie)}&datumGeldigheid={startdatum}", stop);
        return gevonden is [var eerste, ..]
            ? eerste.Url()
            : throw new BronException(Diensten.Catalogi, 404, "zaaktype", $"Er is op {startdatum} geen gepubliceerd zaaktype \"{identificatie}\".", []);
    }

    private async Task<(JsonObject Zaak, bool Nieuw)> VindOfMaak(Aanroep aanroep, string identificatie, string zaaktype, string startdatum, CancellationToken stop)
    {
        if (aanroep.Herhaling && await Bestaande(aanroep, identificatie, stop) is { } bestaand) return (bestaand, false);
        try
        {
            return (await Maak(aanroep, identificatie, zaaktype, startdatum, stop), true);
        }
        catch (BronException e) when (IsNietUniek(e))
        {
            // An earlier call that was given up as too slow came through after all.
            if (await Bestaande(aanroep, identificatie, stop) is not { } zaak) throw;
            return (zaak, false);
        }
    }

    private async Task<JsonObject> Maak(Aanroep aanroep, string identificatie, string zaaktype, string startdatum, CancellationToken stop)
    {
        var zaak = new JsonObject
        {
            ["identificatie"] = identificatie,
            ["bronorganisatie"] = aanroep.Organisatie.Rsin,
            ["verantwoordelijkeOrganisatie"] = aanroep.Organisatie.Rsin,
            ["zaaktype"] = zaaktype,
            ["startdatum"] = startdatum,
            ["registratiedatum"] = startdatum,
        };
        // Lengths of the standard; a process must not stop on a long street name.
        if (aanroep.Tekst("omschrijving") is { } omschrijving) zaak["omschrijving"] = Kort(omschrijving, 80);
        if (aanroep.Tekst("toelichting") is { } toelichting) zaak["toelichting"] = Kort(toelichting, 1_000);
        return await zgw.Maak(aanroep.Namens, Diensten.Zaken, "zaken", zaak, stop);
    }

    /// <summary>The rule of the standard that <c>identificatie</c> is unique within <c>bronorganisatie</c>.</summary>
    private static bool IsNietUniek(BronException e) => e.Status == 400 && e.Velden.Any(v => v.Code == "identificatie-niet-uniek");

    private async Task<JsonObject?> Bestaande(Aanroep aanroep, string identificatie, CancellationToken stop)
    {
        var gevonden = await zgw.Lijst(aanroep.Namens, Diensten.Zaken, $"zaken?identificatie={identificatie}&bronorganisatie={aanroep.Organisatie.Rsin}", stop);
        return gevonden.Count > 0 ? gevonden[0] : null;
    }

    private async Task<bool> HeeftInitiator(Aanroep aanroep, string zaak, CancellationToken stop) =>
        (await zgw.Lijst(aanroep.Namens, Diensten.Zaken, $"rollen?zaak={Uri.EscapeDataString(zaak)}&omschrijvingGeneriek=initiator", stop)).Count > 0;

    private async Task MaakInitiator(Aanroep aanroep, string zaak, string zaaktype, string bsn, CancellationToken stop)
    {
        var roltypen = await zgw.Lijst(aanroep.Namens, Diensten.Catalogi, $"roltypen?zaaktype={Uri.EscapeDataString(zaaktype)}&omschrijvingGeneriek=initiator", stop);
        if (roltypen is not [var roltype, ..]) throw new BronException(Diensten.Catalogi, 404, "roltype", "Het zaaktype heeft geen roltype voor de initiator.", []);
        await zgw.Maak(aanroep.Namens, Diensten.Zaken, "rollen", new JsonObject
        {
            ["zaak"] = zaak,
            ["betrokkeneType"] = "natuurlijk_persoon",
            ["roltype"] = roltype.Url(),
            ["roltoelichting"] = "Initiator",
            ["betrokkeneIdentificatie"] = new JsonObject { ["inpBsn"] = bsn },
        }, stop);
    }

    private static string Kort(string tekst, int lengte) => tekst.Length <= lengte ? tekst : tekst[..(lengte - 1)] + "…";
}
