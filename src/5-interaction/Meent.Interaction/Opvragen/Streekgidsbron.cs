using System.Net.Http.Json;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Interaction.Opvragen;

/// <summary>The holiday homes of the regional guide: each municipality gives those of who consent, and only the address of the home is used of them.</summary>
internal sealed class Streekgidsbron(Bronnen bronnen, Adressenbron adressen, OrganisatieLijst organisaties)
{
    private const int Meeste = 100;

    /// <summary>By municipality: the own one, and those with which there is a contract for this.</summary>
    public async Task<IReadOnlyList<Gidsdeel>> Alles(Verzoek verzoek)
    {
        var beheer = new Namens(verzoek.Organisatie.Slug, verzoek.Organisatie.Verwerkingsactiviteit("fsc-beheer"));
        var verbonden = await bronnen.Haal<Verbindingen>(beheer, Diensten.Fsc, $"verbindingen?dienst={Diensten.Verhuur}", verzoek.Stop);
        var doel = verzoek.Namens(Doelen.Streekgids).Doel;
        var anderen = (verbonden?.Lijst ?? []).Where(v => v.Doelen.Contains(doel) && v.Aanbieder != verzoek.Organisatie.Oin).Select(v => v.Aanbieder).Distinct();
        return await Task.WhenAll(anderen.Prepend(null).Select(oin => Deel(verzoek, oin)));
    }

    /// <param name="oin">Null for the organisation itself.</param>
    private async Task<Gidsdeel> Deel(Verzoek verzoek, string? oin)
    {
        var naam = oin is null ? verzoek.Organisatie.Naam : organisaties.Alle.FirstOrDefault(o => o.Oin == oin)?.Naam ?? oin;
        try
        {
            using var antwoord = await bronnen.Stuur(HttpMethod.Get, verzoek.Namens(Doelen.Streekgids), Diensten.Verhuur, $"registraties?status=actief&pageSize={Meeste}", null, koppen =>
            {
                if (oin is not null) koppen.Add(Headers.Aanbieder, oin);
            }, verzoek.Stop);
            if (!antwoord.IsSuccessStatusCode) return new(naam, null);
            var woningen = (await antwoord.Content.ReadFromJsonAsync<Blad<Registratie>>(Bronnen.Json, verzoek.Stop))!.Results;
            return new(naam, await Task.WhenAll(woningen.Select(woning => Adres(verzoek, woning))));
        }
        catch (HttpRequestException)
        {
            // The others are shown; of this one is told that it does not answer.
            return new(naam, null);
        }
    }

    private async Task<string> Adres(Verzoek verzoek, Registratie woning) =>
        (await adressen.Haal(verzoek, Doelen.Streekgids, woning.NummeraanduidingIdentificatie))?.ToString() ?? woning.NummeraanduidingIdentificatie;
}

/// <param name="Woningen">Addresses; null when the municipality does not answer.</param>
internal sealed record Gidsdeel(string Gemeente, IReadOnlyList<string>? Woningen);
