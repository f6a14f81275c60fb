using System.Collections.Concurrent;
using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Standards.Logboek;

/// <summary>
/// Where the organisation whose service is used tells of its part (LDV extensie lezen, <c>dpl.read.externalReadAPI_id</c>). Its read API is reached over
/// FSC, so the address is one of the own logbook that leads there.
/// </summary>
internal sealed class Leesadressen(Bronnen bronnen, OrganisatieLijst organisaties, TimeProvider klok)
{
    private static readonly TimeSpan Houdbaar = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(string Organisatie, string Doel, string Dienst), (string Adres, long Sinds)> _gevonden = new();

    /// <returns>Null when the organisation keeps the service itself.</returns>
    public async ValueTask<string?> Van(Namens namens, string dienst, CancellationToken stop)
    {
        if (organisaties.Vind(namens.Organisatie) is not { } organisatie || organisatie.Diensten.Contains(dienst)) return null;
        var sleutel = (namens.Organisatie, namens.Doel, dienst);
        if (_gevonden.TryGetValue(sleutel, out var bekend) && klok.GetElapsedTime(bekend.Sinds) < Houdbaar) return bekend.Adres;
        var adres = await Zoek(organisatie, namens.Doel, dienst, stop);
        _gevonden[sleutel] = (adres, klok.GetTimestamp());
        return adres;
    }

    private async Task<string> Zoek(Organisatie organisatie, string doel, string dienst, CancellationToken stop)
    {
        try
        {
            var beheer = new Namens(organisatie.Slug, organisatie.Verwerkingsactiviteit("fsc-beheer"));
            var verbindingen = (await bronnen.Haal<JsonElement>(beheer, Diensten.Fsc, $"verbindingen?dienst={dienst}", stop)).GetProperty("verbindingen").EnumerateArray();
            var aanbieder = verbindingen.FirstOrDefault(v => v.GetProperty("doelen").EnumerateArray().Any(d => d.GetString() == doel));
            if (aanbieder.ValueKind == JsonValueKind.Object) return $"{organisatie.Basis}{Diensten.Pad(Diensten.Logboek)}/elders/{aanbieder.GetProperty("aanbieder").GetString()}";
        }
        catch (Exception fout) when (fout is BronException or HttpRequestException or KeyNotFoundException or InvalidOperationException)
        {
            // The record is written whatever is wrong here; the attribute must have a value, and may be where people can ask (extensie lezen 1.1.0).
        }

        return $"{organisatie.Basis}/";
    }
}
