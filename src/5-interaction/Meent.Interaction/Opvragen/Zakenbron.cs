using System.Net.Http.Json;
using System.Text.Json;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>Zaken and what belongs to them, from the Zaken API, for who handles them.</summary>
internal sealed class Zakenbron(Bronnen bronnen)
{
    private const int HeleLijst = 500;

    /// <summary>What the standard cannot be asked: the status that a zaak has, and the last day of its term.</summary>
    public const string Status = "status__statustype__in";

    public const string Uiterlijk = "uiterlijk__lte";

    /// <summary>A page of a search, with zaaktype and status in it: one call, however many zaken.</summary>
    /// <param name="criteria">Filters and ordering; in the body, so that no person stands in an address.</param>
    public Task<Blad<Zaak>> Zoek(Verzoek verzoek, IReadOnlyDictionary<string, object> criteria, int grootte, Plaats plaats) =>
        bronnen.Zend<Blad<Zaak>>(HttpMethod.Post, Namens(verzoek), Diensten.Zaken,
            $"{(criteria.Keys.Any(naam => naam is Status or Uiterlijk) ? "werklijst" : "zaken")}/_zoek?expand=zaaktype,status.statustype&pageSize={grootte}{plaats.Query}", criteria, verzoek.Stop);

    /// <summary>A zaak and its zaaktype, without the people in it: enough to judge who may see it. Null when there is none.</summary>
    public Task<Zaak?> Kop(Verzoek verzoek, Guid id) => bronnen.Haal<Zaak>(Namens(verzoek), Diensten.Zaken, $"zaken/{id}?expand=zaaktype", verzoek.Stop);

    /// <summary>A zaak with all that its page shows of the same source; null when there is none.</summary>
    public Task<Zaak?> Haal(Verzoek verzoek, Guid id) => bronnen.Haal<Zaak>(Namens(verzoek), Diensten.Zaken,
        $"zaken/{id}?expand=zaaktype,status.statustype,resultaat.resultaattype,rollen,eigenschappen,zaakobjecten,zaakinformatieobjecten.informatieobject", verzoek.Stop);

    /// <summary>A zaak with its documents, without the people in it.</summary>
    public Task<Zaak?> Dossier(Verzoek verzoek, Guid id) =>
        bronnen.Haal<Zaak>(Namens(verzoek), Diensten.Zaken, $"zaken/{id}?expand=zaaktype,zaakinformatieobjecten.informatieobject", verzoek.Stop);

    /// <summary>What colleagues wrote down.</summary>
    public async Task<IReadOnlyList<Zaaknotitie>> Notities(Verzoek verzoek, Zaak zaak) =>
        (await bronnen.Haal<Blad<Zaaknotitie>>(Namens(verzoek), Diensten.Zaken, $"zaaknotities?gerelateerdAan={Uri.EscapeDataString(zaak.Url)}&pageSize={HeleLijst}", verzoek.Stop))?.Results ?? [];

    /// <summary>All statussen that it got.</summary>
    public async Task<IReadOnlyList<Zaakstatus>> Statussen(Verzoek verzoek, Zaak zaak) =>
        (await bronnen.Haal<Blad<Zaakstatus>>(Namens(verzoek), Diensten.Zaken, $"statussen?zaak={Uri.EscapeDataString(zaak.Url)}&pageSize={HeleLijst}", verzoek.Stop))?.Results ?? [];

    /// <summary>Who changed what, and why.</summary>
    public async Task<IReadOnlyList<Auditregel>> Historie(Verzoek verzoek, Zaak zaak) =>
        await bronnen.Haal<IReadOnlyList<Auditregel>>(Namens(verzoek), Diensten.Zaken, $"zaken/{zaak.Uuid}/audittrail", verzoek.Stop) ?? [];

    /// <summary>What was decided in it; nothing when the organisation keeps no besluiten.</summary>
    public async Task<IReadOnlyList<Besluit>> Besluiten(Verzoek verzoek, Zaak zaak) => !verzoek.Organisatie.Diensten.Contains(Diensten.Besluiten) ? []
        : (await bronnen.Haal<Blad<Besluit>>(Namens(verzoek), Diensten.Besluiten, $"besluiten?zaak={Uri.EscapeDataString(zaak.Url)}&expand=besluittype", verzoek.Stop))?.Results ?? [];

    public Task<JsonElement> Wijzig(Verzoek verzoek, Zaak zaak, object wijziging, string toelichting) =>
        Zend(verzoek, HttpMethod.Patch, Diensten.Zaken, $"zaken/{zaak.Uuid}", wijziging, toelichting);

    /// <summary>Adds something to a zaak: a status, a rol, a resultaat, ….</summary>
    public Task<JsonElement> Voeg(Verzoek verzoek, string pad, object inhoud, string toelichting) => Zend(verzoek, HttpMethod.Post, Diensten.Zaken, pad, inhoud, toelichting);

    /// <summary>Writes with the reason, which comes to stand in the audit trail.</summary>
    /// <exception cref="BronException">The service refused; nothing was changed.</exception>
    public async Task<JsonElement> Zend(Verzoek verzoek, HttpMethod methode, string dienst, string pad, object inhoud, string toelichting)
    {
        using var json = JsonContent.Create(inhoud, inhoud.GetType(), options: Bronnen.Json);
        using var antwoord = await bronnen.Stuur(methode, Namens(verzoek), dienst, pad, json, koppen =>
            koppen.TryAddWithoutValidation(Headers.AuditToelichting, Weergave.EenRegel(toelichting)), verzoek.Stop);
        if (!antwoord.IsSuccessStatusCode) throw await BronException.Van(antwoord, dienst, verzoek.Stop);
        return antwoord.StatusCode == System.Net.HttpStatusCode.NoContent ? default : await antwoord.Content.ReadFromJsonAsync<JsonElement>(Bronnen.Json, verzoek.Stop);
    }

    private static Namens Namens(Verzoek verzoek) => verzoek.Namens(Doelen.ZakenBehandelen);
}

/// <summary>Where in a list the reader is: what the API's <c>next</c> said.</summary>
internal sealed record Plaats(string Bladzijde, string Cursor)
{
    public static readonly Plaats Begin = new("", "");

    public string Query => (Bladzijde.Length == 0 ? "" : $"&page={Uri.EscapeDataString(Bladzijde)}") + (Cursor.Length == 0 ? "" : $"&cursor={Uri.EscapeDataString(Cursor)}");

    /// <summary>Null when there is no next page.</summary>
    public static Plaats? Van(string? next)
    {
        if (next is null || !Uri.TryCreate(next, UriKind.Absolute, out var adres)) return null;
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(adres.Query);
        return new Plaats(query["page"].ToString(), query["cursor"].ToString());
    }
}
