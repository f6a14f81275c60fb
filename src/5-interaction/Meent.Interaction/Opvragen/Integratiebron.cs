using System.Text.Json;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>The administration of the own Manager: contracts, Peers, certificates and logs, from the API of the integration layer.</summary>
internal sealed class Integratiebron(Bronnen bronnen)
{
    private const string Dienst = Diensten.Fsc;

    /// <summary>That API has the names of the FSC standard.</summary>
    private static readonly JsonSerializerOptions Fsc = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public Task<Fscgroep> Groep(Verzoek verzoek) => Moet<Fscgroep>(verzoek, "groep");

    /// <summary>Names of the Peers that the own Manager knows, by OIN; nothing is asked elsewhere.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Namen(Verzoek verzoek) =>
        (await Moet<Peerlijst>(verzoek, "deelnemers")).Peers.ToDictionary(p => p.Id, p => p.Name, StringComparer.Ordinal);

    /// <summary>What a Peer says of itself; null when it cannot be asked now.</summary>
    public async Task<Peerzelf?> Peer(Verzoek verzoek, string oin)
    {
        try
        {
            return await Haal<Peerzelf>(verzoek, $"deelnemers/{Uri.EscapeDataString(oin)}");
        }
        catch (BronException)
        {
            return null;
        }
    }

    /// <exception cref="BronException">The Directory cannot be reached, or refuses.</exception>
    public Task<Peerlijst> Peers(Verzoek verzoek, string vraag) => Moet<Peerlijst>(verzoek, $"peers?{vraag}");

    /// <exception cref="BronException">The Directory cannot be reached, or refuses.</exception>
    public Task<Dienstenlijst> Gids(Verzoek verzoek, string vraag) => Moet<Dienstenlijst>(verzoek, $"diensten?{vraag}");

    /// <summary>What the own Directory shows to anybody; null when the organisation is none.</summary>
    public Task<Gidsdiensten?> Openbaar(Verzoek verzoek, string vraag) => Haal<Gidsdiensten>(verzoek, $"gids/diensten?{vraag}");

    /// <inheritdoc cref="Openbaar"/>
    public Task<Gidsdeelnemers?> OpenbareDeelnemers(Verzoek verzoek, string vraag) => Haal<Gidsdeelnemers>(verzoek, $"gids/deelnemers?{vraag}");

    public Task<Eigenaanbod> Aanbod(Verzoek verzoek) => Moet<Eigenaanbod>(verzoek, "aanbod");

    public Task<Contractlijst> Contracten(Verzoek verzoek, string vraag) => Moet<Contractlijst>(verzoek, $"contracten?{vraag}");

    public Task<Fsccontract?> Contract(Verzoek verzoek, string hash) => Haal<Fsccontract>(verzoek, $"contracten/{Uri.EscapeDataString(hash)}");

    /// <returns>The contract as it was made.</returns>
    public Task<Fsccontract> StelVoor(Verzoek verzoek, object voorstel, string reden) => Zend<Fsccontract>(verzoek, HttpMethod.Post, "contracten", voorstel, reden);

    /// <param name="soort"><c>accept</c>, <c>reject</c> or <c>revoke</c>.</param>
    public Task Teken(Verzoek verzoek, string hash, string soort, string reden) => Verricht(verzoek, HttpMethod.Put, $"contracten/{Uri.EscapeDataString(hash)}/{soort}", null, reden);

    /// <summary>Has what a Peer does not have yet brought again now.</summary>
    /// <param name="hash">Of one contract; null for all.</param>
    public Task Bezorg(Verzoek verzoek, string? hash, string peer) =>
        Verricht(verzoek, HttpMethod.Post, $"{(hash is null ? "" : $"contracten/{Uri.EscapeDataString(hash)}/")}bezorgingen/{Uri.EscapeDataString(peer)}", null, "");

    public async Task<IReadOnlyList<Peerstand>> Bezorgingen(Verzoek verzoek) => (await Moet<Peerstanden>(verzoek, "bezorgingen")).Peers;

    public Task<Certificaten> Certificaten(Verzoek verzoek) => Moet<Certificaten>(verzoek, "certificaten");

    /// <summary>The request for a certificate that is out; null when there is none.</summary>
    public Task<Certificaatverzoek?> Aanvraag(Verzoek verzoek) => Haal<Certificaatverzoek>(verzoek, "certificaataanvraag");

    /// <param name="soort">Of the new key; null to keep the one in use.</param>
    public Task VraagAan(Verzoek verzoek, string? soort, string reden) =>
        Verricht(verzoek, HttpMethod.Post, "certificaataanvraag", soort is null ? new { } : (object)new { soort }, reden);

    /// <summary>Takes into use what the issuer gave: certificates, never a key.</summary>
    public Task NeemKeten(Verzoek verzoek, string pem, string reden) => Verricht(verzoek, HttpMethod.Put, "certificaataanvraag/keten", new { pem }, reden);

    /// <summary>Has the demo anchor sign, in a group that has no other.</summary>
    public Task NeemProefketen(Verzoek verzoek, string reden) => Verricht(verzoek, HttpMethod.Post, "certificaataanvraag/proefketen", null, reden);

    /// <summary>Makes the own Manager known to the Directory.</summary>
    public Task Kondig(Verzoek verzoek, string reden) => Verricht(verzoek, HttpMethod.Put, "aankondiging", null, reden);

    /// <summary>One call through the own Outway; what came back stays there, but for its status.</summary>
    /// <param name="doel">Which purpose, when the grant has several.</param>
    public Task<Proefuitkomst> Proef(Verzoek verzoek, string grant, string? doel, string pad, string reden) =>
        Zend<Proefuitkomst>(verzoek, HttpMethod.Post, "proefaanroepen", doel is null ? new { grant_hash = grant, pad } : (object)new { grant_hash = grant, doel, pad }, reden);

    public Task<Transactielijst> Transacties(Verzoek verzoek, string vraag) => Moet<Transactielijst>(verzoek, $"transacties?{vraag}");

    /// <summary>What the policy decided, and about what.</summary>
    public async Task<Beslissinglijst> Beslissingen(Verzoek verzoek, string vraag)
    {
        var gelezen = await Moet<Adllijst>(verzoek, $"beslissingen?{vraag}");
        return new([.. gelezen.Records.Select(Opvragen.Beslissing.Lees)], gelezen.Pagination);
    }

    public async Task<Beslissing?> Beslissing(Verzoek verzoek, string trace, string span) =>
        await Haal<JsonElement?>(verzoek, $"beslissingen/{Uri.EscapeDataString(trace)}/{Uri.EscapeDataString(span)}") is { } record ? Opvragen.Beslissing.Lees(record) : null;

    public Task<Actielijst> Acties(Verzoek verzoek, string vraag) => Moet<Actielijst>(verzoek, $"acties?{vraag}");

    /// <summary>The purposes of the own register; none when the organisation keeps no register, or it does not know the purpose of this work.</summary>
    public async Task<IReadOnlyList<Registerdoel>> Register(Verzoek verzoek)
    {
        if (!verzoek.Organisatie.Diensten.Contains(Diensten.Verwerkingsregister)) return [];
        try
        {
            return (await bronnen.Haal<Blad<Registerdoel>>(Namens(verzoek), Diensten.Verwerkingsregister, "verwerkingsactiviteiten", verzoek.Stop))?.Results ?? [];
        }
        catch (BronException fout) when (fout.Status == 403)
        {
            return [];
        }
    }

    private async Task<T> Moet<T>(Verzoek verzoek, string pad) where T : class =>
        await Haal<T>(verzoek, pad) ?? throw new BronException(Dienst, 404, "not_found", "", []);

    private async Task<T?> Haal<T>(Verzoek verzoek, string pad) =>
        await bronnen.Haal<JsonElement?>(Namens(verzoek), Dienst, pad, verzoek.Stop) is { } json ? json.Deserialize<T>(Fsc) : default;

    private async Task<T> Zend<T>(Verzoek verzoek, HttpMethod methode, string pad, object inhoud, string reden)
    {
        using var json = System.Net.Http.Json.JsonContent.Create(inhoud, inhoud.GetType(), options: Bronnen.Json);
        using var antwoord = await bronnen.Stuur(methode, Namens(verzoek), Dienst, pad, json, koppen => Toelichting(koppen, reden), verzoek.Stop);
        if (!antwoord.IsSuccessStatusCode) throw await BronException.Van(antwoord, Dienst, verzoek.Stop);
        return (await JsonSerializer.DeserializeAsync<T>(await antwoord.Content.ReadAsStreamAsync(verzoek.Stop), Fsc, verzoek.Stop))!;
    }

    private Task Verricht(Verzoek verzoek, HttpMethod methode, string pad, object? inhoud, string reden) =>
        bronnen.Verricht(methode, Namens(verzoek), Dienst, pad, inhoud, koppen => Toelichting(koppen, reden), verzoek.Stop);

    private static void Toelichting(System.Net.Http.Headers.HttpRequestHeaders koppen, string reden)
    {
        if (reden.Length > 0) koppen.TryAddWithoutValidation(Headers.AuditToelichting, Weergave.EenRegel(reden));
    }

    private static Namens Namens(Verzoek verzoek) => verzoek.Namens(Doelen.Integratie);
}
