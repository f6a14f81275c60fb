using System.Text.Json;
using System.Xml;
using Meent.Data.Logboek;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Logboek;
using Meent.Standards.Organisaties;

namespace Meent.Services.Logboek.Lezen;

/// <summary>Joins a record with the register: names and grounds do not stand in the log (LDV ADR), but are found with the activity and the time.</summary>
internal sealed class Duiding(Doelen doelen, OrganisatieLijst organisaties)
{
    /// <returns>Null when the activity was confidential at that time and still is.</returns>
    public async ValueTask<Verwerking?> Duid(Organisatie organisatie, Logregel regel, DateTimeOffset nu)
    {
        var activiteit = (await doelen.VindVersie(organisatie, regel.Activiteit, regel.Begin))?.Activiteit;
        if (activiteit is not null && IsVertrouwelijk(activiteit, regel.Einde, nu)) return null;
        var attributen = regel.Attributen is null ? default : JsonSerializer.Deserialize<JsonElement>(regel.Attributen);
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

    private Partij Wie(string aanroeper) => organisaties.Alle.FirstOrDefault(organisatie => $"urn:nld:oin:{organisatie.Oin}" == aanroeper) is { } bekend
        ? new Partij(bekend.Naam, bekend.Oin)
        : new Partij(aanroeper, null);

    private static bool IsVertrouwelijk(Activiteit activiteit, DateTimeOffset einde, DateTimeOffset nu) =>
        activiteit.Vertrouwelijkheid == Vertrouwelijkheid.Vertrouwelijk
        && (activiteit.Vertrouwelijkheidstermijn is not { } termijn || nu < einde + XmlConvert.ToTimeSpan(termijn));

    private static string? Tekst(JsonElement attributen, string naam) =>
        attributen.ValueKind == JsonValueKind.Object && attributen.TryGetProperty(naam, out var waarde) && waarde.ValueKind == JsonValueKind.String ? waarde.GetString() : null;
}
