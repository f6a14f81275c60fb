using System.Text.Json;
using Meent.Data.Modellen.Documenten;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>The checksum of a document is that of its content, as far as it can be counted here (decision 0028).</summary>
internal static class Integriteitsregels
{
    private const int Hap = 128 * 1024;

    /// <exception cref="ProbleemException">400: it is another.</exception>
    public static void Eis(Integriteit? integriteit, IReadOnlyDictionary<string, string> getallen)
    {
        if (!Klopt(integriteit, getallen))
            throw Weiger.Ongeldig("integriteit.waarde", "invalid-checksum", $"Het controlegetal van de inhoud is een ander ({integriteit!.Algoritme}: {getallen[integriteit.Algoritme]}).");
    }

    public static bool Klopt(Integriteit? integriteit, IReadOnlyDictionary<string, string> getallen) =>
        integriteit is null || !getallen.TryGetValue(integriteit.Algoritme, out var waarde) || waarde.Equals(integriteit.Waarde, StringComparison.OrdinalIgnoreCase);

    /// <summary>For the document as it is about to be kept: with what came along, or with the content that it had.</summary>
    public static void Eis(Schrijven<EnkelvoudigInformatieObject> schrijven, EnkelvoudigInformatieObject document)
    {
        if (document is not { Integriteit: { } integriteit, Opslagnaam: { } naam } || schrijven.Bijlage is not Meegestuurd mee || !Controletelling.Kent(integriteit)) return;
        if (mee.Inhoud is null && IsZelfde(integriteit, schrijven.Oud?.Integriteit)) return;
        var getallen = new Dictionary<string, string>(mee.Van == naam || mee.Inhoud is not null ? mee.Controlegetallen : new Dictionary<string, string>()) { [Controletelling.Sha256] = naam };
        // It was counted before the write; meanwhile another changed the content.
        if (!getallen.ContainsKey(integriteit.Algoritme)) throw new ProbleemException(new Probleem(409, "conflict", "Intussen gewijzigd.", "De inhoud van het document is intussen een andere; probeer het opnieuw."));
        Eis(integriteit, getallen);
    }

    /// <summary>What a client says of it; null when it says nothing.</summary>
    public static Integriteit? Gestuurd(JsonElement json) => json.EnumerateObject()
        .FirstOrDefault(lid => lid.Name.Equals("integriteit", StringComparison.OrdinalIgnoreCase)) is { Value: { ValueKind: JsonValueKind.Object } waarde } ? waarde.Deserialize<Integriteit>(Vorm.Json) : null;

    /// <summary>Counts the content that a document has, when a client gives it another checksum without sending the content again.</summary>
    public static async Task<Meegestuurd> VanBestaande(HttpContext http, Integriteit integriteit, Dienstverlening diensten)
    {
        var (organisatie, id, zonder) = (http.Organisatie(), Adressering.Id(http), new Meegestuurd(null, diensten.Inhoud));
        using var telling = Controletelling.Van(integriteit);
        if (telling.Uitkomst().Count == 0) return zonder;
        var (naam, oud) = await (await diensten.Stores.Get(organisatie)).Read(session => session.One(
            "SELECT inhoud, body FROM zaakgericht_enkelvoudiginformatieobjecten WHERE id = $1",
            row => (row.TextOrNull(0), Vorm.VanBewaard<EnkelvoudigInformatieObject>(row.Span(1)).Integriteit), id), http.RequestAborted);
        if (naam is null || IsZelfde(integriteit, oud) || await diensten.Inhoud.Open(organisatie, naam, http.RequestAborted) is not { } bron) return zonder;
        await using (bron)
        {
            var buffer = new byte[Hap];
            int gelezen;
            while ((gelezen = await bron.ReadAsync(buffer, http.RequestAborted)) > 0) telling.Voeg(buffer.AsSpan(0, gelezen));
        }

        return zonder with { Van = naam, Controlegetallen = telling.Uitkomst() };
    }

    private static bool IsZelfde(Integriteit een, Integriteit? ander) => (een.Algoritme, een.Waarde) == (ander?.Algoritme, ander?.Waarde);
}
