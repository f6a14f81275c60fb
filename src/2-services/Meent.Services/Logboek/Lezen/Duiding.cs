using System.Text.Json;
using Meent.Data.Logboek;
using Meent.Services.Logboek.Verwerkingenlogging;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Logboek;
using Meent.Standards.Organisaties;

namespace Meent.Services.Logboek.Lezen;

/// <summary>Joins a record with the register: names and grounds do not stand in the log (LDV ADR), but are found with the activity and the time.</summary>
internal sealed class Duiding(Doelen doelen, OrganisatieLijst organisaties)
{
    private const string Oinvorm = "urn:nld:oin:";

    /// <returns>Null when the activity was confidential at that time and still is.</returns>
    public async ValueTask<Verwerking?> Duid(Organisatie organisatie, Logregel regel, DateTimeOffset nu)
    {
        var activiteit = (await doelen.VindVersie(organisatie, regel.Activiteit, regel.Begin))?.Activiteit;
        if (await Vertrouwelijkheid(organisatie, regel, nu) == Verwerkingsactie.Vertrouwelijk) return null;
        var attributen = Attributen(regel);
        return new Verwerking(
            regel.Begin,
            regel.Naam,
            new Partij(organisatie.Naam, organisatie.Oin),
            new Verwerkingsdoel(
                regel.Activiteit, activiteit?.Naam, activiteit?.Doel, activiteit?.Grondslag, activiteit?.ToelichtingGrondslag, activiteit?.Bewaartermijn),
            Tekst(attributen, LogboekAttributen.Gegevens)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
            regel.Aanroeper is { } aanroeper ? Wie(aanroeper) : null,
            Tekst(attributen, LogboekAttributen.DoelAanroeper),
            regel.Status == Logstatus.Error,
            regel.Spoor.Trace.ToHexString());
    }

    /// <summary>The name of an asking application, when it is an organisation that is known here; of another one its number, by which it can be chosen.</summary>
    public Partij Wie(string aanroeper)
    {
        var oin = aanroeper.StartsWith(Oinvorm, StringComparison.Ordinal) ? aanroeper[Oinvorm.Length..] : null;
        return organisaties.Alle.FirstOrDefault(organisatie => organisatie.Oin == oin) is { } bekend ? new Partij(bekend.Naam, bekend.Oin) : new Partij(oin is null ? aanroeper : $"OIN {oin}", oin);
    }

    /// <summary>
    /// <c>vertrouwelijk</c> as long as the register hides the activity, or the action was handed in so; <c>opgeheven</c> when it was and is no more.
    /// </summary>
    public async ValueTask<string> Vertrouwelijkheid(Organisatie organisatie, Logregel regel, DateTimeOffset nu)
    {
        var toen = (await doelen.VindVersie(organisatie, regel.Activiteit, regel.Begin))?.Activiteit;
        // Lifting it is a new version, and holds for what was written before as well.
        var isOpgeheven = (await doelen.VindVersie(organisatie, regel.Activiteit, nu))?.Activiteit.Vertrouwelijkheid == Verwerkingsregister.Vertrouwelijkheid.Opgeheven;
        var eigen = Attributen(regel) is { ValueKind: JsonValueKind.Object } attributen && attributen.TryGetProperty(Actieweergave.Sleutel, out var actie) ? Tekst(actie, "vertrouwelijkheid") : null;
        if (eigen == Verwerkingsactie.Vertrouwelijk || (!isOpgeheven && toen?.IsVerborgen(regel.Einde, nu) == true)) return Verwerkingsactie.Vertrouwelijk;
        return eigen == Verwerkingsactie.Opgeheven || toen?.IsVertrouwelijk == true ? Verwerkingsactie.Opgeheven : Verwerkingsactie.Normaal;
    }

    private static JsonElement Attributen(Logregel regel) => regel.Attributen is null ? default : JsonSerializer.Deserialize<JsonElement>(regel.Attributen);

    private static string? Tekst(JsonElement attributen, string naam) =>
        attributen.ValueKind == JsonValueKind.Object && attributen.TryGetProperty(naam, out var waarde) && waarde.ValueKind == JsonValueKind.String ? waarde.GetString() : null;
}
