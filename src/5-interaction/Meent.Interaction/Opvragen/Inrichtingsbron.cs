using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>What a functional administrator keeps: versions of zaaktypen, programs and what they may, who is told of what.</summary>
internal sealed class Inrichtingsbron(Bronnen bronnen)
{
    private const string Delen = "catalogus,statustypen,resultaattypen,roltypen,eigenschappen,informatieobjecttypen,besluittypen";

    /// <summary>One version of a zaaktype with all its parts; null when there is none.</summary>
    public Task<Zaaktypeversie?> Zaaktype(Verzoek verzoek, Guid id) => bronnen.Haal<Zaaktypeversie>(Namens(verzoek), Diensten.Catalogi, $"zaaktypen/{id}?expand={Delen}", verzoek.Stop);

    /// <exception cref="BronException">It is not ready to be published.</exception>
    public Task Publiceer(Verzoek verzoek, Guid id) => Zend(verzoek, HttpMethod.Post, Diensten.Catalogi, $"zaaktypen/{id}/publish", new { });

    public async Task<IReadOnlyList<Applicatie>> Applicaties(Verzoek verzoek) => await Alle<Applicatie>(verzoek, Diensten.Autorisaties, "applicaties");

    /// <summary>One of them with what says whether it changed since; null when there is none.</summary>
    public async Task<(Applicatie Applicatie, string Versie)?> Applicatie(Verzoek verzoek, Guid id)
    {
        using var antwoord = await bronnen.Stuur(HttpMethod.Get, Namens(verzoek), Diensten.Autorisaties, $"applicaties/{id}", null, verzoek.Stop);
        if (antwoord.StatusCode == HttpStatusCode.NotFound) return null;
        if (!antwoord.IsSuccessStatusCode) throw await BronException.Van(antwoord, Diensten.Autorisaties, verzoek.Stop);
        return ((await antwoord.Content.ReadFromJsonAsync<Applicatie>(Bronnen.Json, verzoek.Stop))!, antwoord.Headers.ETag?.ToString() ?? "*");
    }

    /// <returns>Its id.</returns>
    public async Task<string> MaakApplicatie(Verzoek verzoek, object applicatie) =>
        (await bronnen.Zend<JsonElement>(HttpMethod.Post, Namens(verzoek), Diensten.Autorisaties, "applicaties", applicatie, verzoek.Stop)).GetProperty("url").GetString()!.LaatsteDeel();

    /// <summary>Changes it, unless somebody else did so since it was read.</summary>
    public Task WijzigApplicatie(Verzoek verzoek, Guid id, string versie, object wijziging) => bronnen.Verricht(
        HttpMethod.Patch, Namens(verzoek), Diensten.Autorisaties, $"applicaties/{id}", wijziging, koppen => koppen.TryAddWithoutValidation("If-Match", versie), verzoek.Stop);

    public Task NeemApplicatie(Verzoek verzoek, Guid id) => Zend(verzoek, HttpMethod.Delete, Diensten.Autorisaties, $"applicaties/{id}", null);

    /// <summary>Rights that hold for every version of a type, or every type of a catalogue.</summary>
    public async Task<IReadOnlyList<Typerecht>> Rechten(Verzoek verzoek) => await Alle<Typerecht>(verzoek, Diensten.Rechten, "rechten");

    public Task VoegRecht(Verzoek verzoek, object recht) => Zend(verzoek, HttpMethod.Post, Diensten.Rechten, "rechten", recht);

    public Task NeemRecht(Verzoek verzoek, Guid id) => Zend(verzoek, HttpMethod.Delete, Diensten.Rechten, $"rechten/{id}", null);

    public async Task<IReadOnlyList<Abonnement>> Abonnementen(Verzoek verzoek) =>
        await bronnen.Haal<IReadOnlyList<Abonnement>>(Namens(verzoek), Diensten.Notificaties, "abonnement", verzoek.Stop) ?? [];

    /// <summary>The channels that can be subscribed to, with what they can be filtered on.</summary>
    public async Task<IReadOnlyList<Kanaal>> Kanalen(Verzoek verzoek) => await bronnen.Haal<IReadOnlyList<Kanaal>>(Namens(verzoek), Diensten.Notificaties, "kanaal", verzoek.Stop) ?? [];

    /// <exception cref="BronException">The callback does not answer as it should; nothing was changed.</exception>
    public Task MaakAbonnement(Verzoek verzoek, object abonnement) => Zend(verzoek, HttpMethod.Post, Diensten.Notificaties, "abonnement", abonnement);

    /// <exception cref="BronException">The callback does not answer as it should; nothing was changed.</exception>
    public Task WijzigAbonnement(Verzoek verzoek, Guid id, object wijziging) => Zend(verzoek, HttpMethod.Patch, Diensten.Notificaties, $"abonnement/{id}", wijziging);

    public Task NeemAbonnement(Verzoek verzoek, Guid id) => Zend(verzoek, HttpMethod.Delete, Diensten.Notificaties, $"abonnement/{id}", null);

    private async Task<IReadOnlyList<T>> Alle<T>(Verzoek verzoek, string dienst, string pad)
    {
        var alles = new List<T>();
        for (var plaats = Plaats.Begin; plaats is not null;)
        {
            var blad = await bronnen.Haal<Blad<T>>(Namens(verzoek), dienst, $"{pad}?pageSize=500{plaats.Query}", verzoek.Stop);
            alles.AddRange(blad?.Results ?? []);
            plaats = Plaats.Van(blad?.Next);
        }

        return alles;
    }

    private Task Zend(Verzoek verzoek, HttpMethod methode, string dienst, string pad, object? inhoud) => bronnen.Verricht(methode, Namens(verzoek), dienst, pad, inhoud, verzoek.Stop);

    private static Namens Namens(Verzoek verzoek) => verzoek.Namens(Doelen.Inrichten);
}

/// <summary>A version of a zaaktype with what belongs to it.</summary>
internal sealed record Zaaktypeversie(
    string Url, string Identificatie, string Omschrijving, string Vertrouwelijkheidaanduiding, string Doel, string Aanleiding, string Doorlooptijd, bool OpschortingEnAanhoudingMogelijk,
    bool VerlengingMogelijk, string? Verlengingstermijn, string? Verantwoordelijke, DateOnly BeginGeldigheid, DateOnly? EindeGeldigheid, bool Concept,
    [property: JsonPropertyName("_expand")] Zaaktypedelen? Delen)
{
    public string Pad => $"/werk/catalogus/{Url.LaatsteDeel()}";
}

internal sealed record Zaaktypedelen(
    Catalogus? Catalogus, IReadOnlyList<Statustype>? Statustypen, IReadOnlyList<Resultaattype>? Resultaattypen, IReadOnlyList<Roltype>? Roltypen,
    IReadOnlyList<Eigenschaptype>? Eigenschappen, IReadOnlyList<Informatieobjecttype>? Informatieobjecttypen, IReadOnlyList<Besluittype>? Besluittypen);

/// <summary>A program that uses the APIs, and what it may.</summary>
internal sealed record Applicatie(string Url, IReadOnlyList<string> ClientIds, string Label, bool HeeftAlleAutorisaties, IReadOnlyList<Applicatierecht>? Autorisaties);

internal sealed record Applicatierecht(string Component, IReadOnlyList<string> Scopes, string? Zaaktype, string? Informatieobjecttype, string? Besluittype, string? MaxVertrouwelijkheidaanduiding)
{
    [JsonIgnore]
    public string? Type => Zaaktype ?? Informatieobjecttype ?? Besluittype;

    /// <summary>All that it says: no two of a program are the same.</summary>
    [JsonIgnore]
    public string Kenmerk => $"{Component} {Type} {MaxVertrouwelijkheidaanduiding} {string.Join(',', Scopes)}";
}

internal sealed record Typerecht(
    string Url, string Applicatie, string Component, IReadOnlyList<string> Scopes, string? Catalogus, string? Type, string? MaxVertrouwelijkheidaanduiding);

internal sealed record Abonnement(string Url, string CallbackUrl, IReadOnlyList<Kanaalkeuze> Kanalen);

internal sealed record Kanaal(string Naam, IReadOnlyList<string> Filters);

internal sealed record Kanaalkeuze(string Naam, IReadOnlyDictionary<string, string>? Filters);
