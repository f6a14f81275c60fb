using System.Text.Json;
using Meent.Data.Inhoud;
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
    /// <param name="getal">The checksum as it was counted; null when it was not.</param>
    /// <exception cref="ProbleemException">400: it is another.</exception>
    public static void Eis(Integriteit? integriteit, string? getal)
    {
        if (!Klopt(integriteit, getal))
            throw Weiger.Ongeldig("integriteit.waarde", "invalid-checksum", $"Het controlegetal van de inhoud is een ander ({integriteit!.Algoritme}: {getal}).");
    }

    public static bool Klopt(Integriteit? integriteit, string? getal) => integriteit is null || getal is null || getal.Equals(integriteit.Waarde, StringComparison.OrdinalIgnoreCase);

    /// <summary>For the document as it is about to be kept: with what came along, or with the content that it had.</summary>
    public static void Eis(Schrijven<EnkelvoudigInformatieObject> schrijven, EnkelvoudigInformatieObject document)
    {
        if (document is not { Integriteit: { } integriteit, Opslagnaam: { } naam } || schrijven.Bijlage is not Meegestuurd mee) return;
        if (mee.Inhoud is null && IsZelfde(integriteit, schrijven.Oud?.Integriteit)) return;
        if (integriteit.Algoritme == Controletelling.Sha256) Eis(integriteit, naam);
        if (!Controletelling.Kent(integriteit)) return;
        // It was counted before the write; meanwhile another changed the content, or the checksum.
        if (!IsZelfde(integriteit, mee.Geteld) || (mee.Inhoud?.Naam ?? mee.Van) != naam)
            throw new ProbleemException(new Probleem(409, "conflict", "Intussen gewijzigd.", "De inhoud of het controlegetal van het document is intussen een ander; probeer het opnieuw."));
        Eis(integriteit, mee.Getal);
    }

    /// <summary>What a client says of it; null when it says nothing, or that there is none.</summary>
    public static Integriteit? Gestuurd(JsonElement json) => Lid(json) is { Value: { ValueKind: JsonValueKind.Object } waarde } ? waarde.Deserialize<Integriteit>(Vorm.Json) : null;

    /// <summary>For content that came along. It is counted only when it is asked for, so it is read again for that.</summary>
    public static async Task<string?> Tel(Integriteit? integriteit, Ontvangst inhoud, CancellationToken stop)
    {
        using var telling = Controletelling.Van(integriteit);
        if (telling is not null)
        {
            await using var bron = await inhoud.Terug(stop);
            await telling.Voeg(bron, stop);
        }

        return Getal(integriteit, telling, inhoud);
    }

    public static string? Getal(Integriteit? integriteit, Controletelling? telling, Ontvangst inhoud) =>
        telling?.Uitkomst() ?? (integriteit?.Algoritme == Controletelling.Sha256 ? inhoud.Sha256 : null);

    /// <summary>Counts the content that a document has, when a client gives it another checksum without sending the content again.</summary>
    public static async Task<Meegestuurd> VanBestaande(HttpContext http, Integriteit integriteit, Dienstverlening diensten)
    {
        var zonder = new Meegestuurd(null, diensten.Inhoud);
        using var telling = Controletelling.Van(integriteit);
        if (telling is null) return zonder;
        var (naam, oud) = await Bestaande(http, diensten);
        if (naam is null || IsZelfde(integriteit, oud) || await diensten.Inhoud.Open(http.Organisatie(), naam, http.RequestAborted) is not { } bron) return zonder;
        await using (bron) await telling.Voeg(bron, http.RequestAborted);
        return zonder with { Van = naam, Geteld = integriteit, Getal = telling.Uitkomst() };
    }

    /// <summary>The checksum that content which comes along is held to: the one that is sent, or the one that a PATCH leaves.</summary>
    public static async Task<Integriteit?> Geldend(HttpContext http, JsonElement json, Dienstverlening diensten) =>
        HttpMethods.IsPatch(http.Request.Method) && Lid(json).Value.ValueKind == JsonValueKind.Undefined ? (await Bestaande(http, diensten)).Integriteit : Gestuurd(json);

    private static JsonProperty Lid(JsonElement json) => json.EnumerateObject().LastOrDefault(lid => lid.Name.Equals("integriteit", StringComparison.OrdinalIgnoreCase));

    private static async Task<(string? Inhoud, Integriteit? Integriteit)> Bestaande(HttpContext http, Dienstverlening diensten) =>
        await (await diensten.Stores.Get(http.Organisatie())).Read(session => session.One(
            "SELECT inhoud, body FROM zaakgericht_enkelvoudiginformatieobjecten WHERE id = $1",
            row => (row.TextOrNull(0), Vorm.VanBewaard<EnkelvoudigInformatieObject>(row.Span(1)).Integriteit), Adressering.Id(http)), http.RequestAborted);

    private static bool IsZelfde(Integriteit een, Integriteit? ander) => (een.Algoritme, een.Waarde) == (ander?.Algoritme, ander?.Waarde);
}
