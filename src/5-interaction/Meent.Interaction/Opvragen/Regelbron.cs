using System.Net.Http.Headers;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>The municipality's rules for tourist rental, and the areas that they differ by.</summary>
internal sealed class Regelbron(Bronnen bronnen)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<Regelversie>> Versies(Verzoek verzoek) => (await Haal<Regelblad<Regelversie>>(verzoek, "regels?pageSize=500")).Results;

    public async Task<IReadOnlyList<Regelgebied>> Gebieden(Verzoek verzoek) => (await Haal<Regelblad<Regelgebied>>(verzoek, "gebieden?pageSize=500")).Results;

    public Task<IReadOnlyList<Regelvoorbeeld>> Voorbeelden(Verzoek verzoek) => Haal<IReadOnlyList<Regelvoorbeeld>>(verzoek, "regels/voorbeelden");

    public Task<Gebiedsvorm?> Vorm(Verzoek verzoek, Guid gebied) => bronnen.Haal<Gebiedsvorm>(verzoek.Namens(Doelen.Registreren), Diensten.Verhuur, $"gebieden/{gebied}", verzoek.Stop);

    public Task<Regeltoets> Toets(Verzoek verzoek, object vraag) =>
        bronnen.Zend<Regeltoets>(HttpMethod.Post, verzoek.Namens(Doelen.Registreren), Diensten.Verhuur, "regels/_toets", vraag, verzoek.Stop);

    public Task<Regelversie> Voeg(Verzoek verzoek, object versie) =>
        bronnen.Zend<Regelversie>(HttpMethod.Post, verzoek.Namens(Doelen.Registreren), Diensten.Verhuur, "regels", versie, verzoek.Stop);

    public async Task VoegGebied(Verzoek verzoek, string naam, Stream bestand)
    {
        using var inhoud = new StreamContent(bestand) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var antwoord = await bronnen.Stuur(HttpMethod.Post, verzoek.Namens(Doelen.Registreren), Diensten.Verhuur, $"gebieden?naam={Uri.EscapeDataString(naam)}", inhoud, verzoek.Stop);
        if (!antwoord.IsSuccessStatusCode) throw await BronException.Van(antwoord, Diensten.Verhuur, verzoek.Stop);
    }

    private async Task<T> Haal<T>(Verzoek verzoek, string pad) where T : class =>
        await bronnen.Haal<T>(verzoek.Namens(Doelen.Registreren), Diensten.Verhuur, pad, verzoek.Stop) ?? throw new BronException(Diensten.Verhuur, 404, "notFound", pad, []);

    private sealed record Regelblad<T>(IReadOnlyList<T> Results);
}

internal sealed record Regelversie(
    int Versie, DateOnly GeldigVan, DateOnly? GeldigTot, string Voorwaardenversie, IReadOnlyList<Regelrij> Regels, IReadOnlyList<Regelboete> Boetes, int Recidivejaren)
{
    public bool GeldtOp(DateOnly dag) => GeldigVan <= dag && (GeldigTot is null || dag < GeldigTot);
}

/// <summary>A row of the rules: for which homes, and what it asks.</summary>
internal sealed record Regelrij(
    string Naam, Guid? Gebied, string? Deel, string? Gebruik, bool Registratieplicht, bool Meldplicht, int? MaxNachtenPerKalenderjaar, int? MaxPersonen, bool Vergunningplicht, int? MaxVergunningen,
    int? VergunningMaanden = null);

/// <summary>In whole euros.</summary>
internal sealed record Regelboete(string Overtreding, int Bedrag, int? BedragBijHerhaling);

internal sealed record Regelvoorbeeld(string Naam, string Kenmerk, string Voorwaardenversie, IReadOnlyList<Regelrij> Regels, IReadOnlyList<Regelboete> Boetes, int Recidivejaren);

internal sealed record Regelgebied(Guid Id, string Naam, long Hectare, DateTimeOffset ToegevoegdOp, IReadOnlyList<string> Opmerkingen);

/// <param name="Geometry">A Polygon or MultiPolygon of GeoJSON.</param>
internal sealed record Gebiedsvorm(Regelgebied Properties, System.Text.Json.JsonElement Geometry);

/// <param name="Plaats">Whether it is known where the home lies.</param>
internal sealed record Regeltoets(DateOnly Datum, bool Plaats, IReadOnlyList<string> Gebieden, string? Voorwaardenversie, Regelrij? Regel);
