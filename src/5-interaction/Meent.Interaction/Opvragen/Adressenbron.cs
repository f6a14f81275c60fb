using System.Net;
using Meent.Interaction.Paginas;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>Addresses, from the BAG at its source (BAG Individuele Bevragingen).</summary>
internal sealed class Adressenbron(Bronnen bronnen)
{
    public async Task<IReadOnlyList<Adres>> Zoek(Verzoek verzoek, string doel, string postcode, string huisnummer)
    {
        var pad = $"adressen?postcode={Uri.EscapeDataString(postcode)}&huisnummer={Uri.EscapeDataString(huisnummer)}&pageSize=50";
        try
        {
            var antwoord = await bronnen.Haal<Lijst>(verzoek.Namens(doel), Diensten.Adressen, pad, verzoek.Stop);
            return antwoord?.Embedded?.Adressen ?? [];
        }
        catch (BronException fout) when (fout.Status == (int)HttpStatusCode.NotFound)
        {
            return [];
        }
    }

    public Task<Adres?> Haal(Verzoek verzoek, string doel, string nummeraanduiding) =>
        bronnen.Haal<Adres>(verzoek.Namens(doel), Diensten.Adressen, $"adressen/{Uri.EscapeDataString(nummeraanduiding)}", verzoek.Stop);

    private sealed record Lijst([property: System.Text.Json.Serialization.JsonPropertyName("_embedded")] Ingebed? Embedded);

    private sealed record Ingebed(IReadOnlyList<Adres>? Adressen);
}

internal sealed record Adres(
    string OpenbareRuimteNaam, int Huisnummer, string? Huisletter, string? Huisnummertoevoeging, string? Postcode, string WoonplaatsNaam,
    string NummeraanduidingIdentificatie, string AdresseerbaarObjectIdentificatie)
{
    public string Regel1 => $"{OpenbareRuimteNaam} {Huisnummer}{(Huisletter is null ? "" : " " + Huisletter)}{(Huisnummertoevoeging is null ? "" : "-" + Huisnummertoevoeging)}";

    public string Regel2 => $"{Weergave.Postcode(Postcode)} {WoonplaatsNaam}".Trim();

    public override string ToString() => $"{Regel1}, {Regel2}";
}
