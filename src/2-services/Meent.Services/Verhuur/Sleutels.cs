using System.Security.Cryptography;
using System.Text;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Verhuur;

/// <summary>
/// Idempotency-Key: a request that is sent again after a lost answer makes nothing twice, but hears what the first one made. The key is kept in the
/// transaction that it guards.
/// </summary>
internal static class Sleutels
{
    private const int MaxLengte = 255;
    private static readonly TimeSpan Bewaartermijn = TimeSpan.FromDays(7);

    /// <summary>The key of a request and a fingerprint of what it asks; null when the caller sent none.</summary>
    public static (string Sleutel, string Vingerafdruk)? Sleutel(this HttpContext http, Invoer invoer)
    {
        if (!http.Request.Headers.TryGetValue(Headers.IdempotencyKey, out var waarden)) return null;
        if (waarden is not [{ Length: > 0 and <= MaxLengte } sleutel])
            throw Weigering.Ongeldig(new OngeldigVeld(Headers.IdempotencyKey, "invalid", $"Een sleutel van ten hoogste {MaxLengte} tekens."));
        return (sleutel, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(invoer.Tekst))));
    }

    /// <summary>What an earlier request with this key made; null for the first, which is then held to its result.</summary>
    /// <exception cref="ProbleemException">422: the key was used for something else.</exception>
    public static async ValueTask<Guid?> Eerder(this Session session, string bewerking, (string Sleutel, string Vingerafdruk)? gegeven, Guid resultaat, TimeProvider klok)
    {
        if (gegeven is not { } sleutel) return null;
        var nu = klok.GetUtcNow();
        await session.Execute("DELETE FROM verhuur_sleutels WHERE aangemaakt < $1", nu - Bewaartermijn);
        var nieuw = await session.Execute(
            "INSERT INTO verhuur_sleutels (bewerking, sleutel, vingerafdruk, resultaat, aangemaakt) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
            bewerking, sleutel.Sleutel, sleutel.Vingerafdruk, resultaat, nu);
        if (nieuw == 1) return null;
        var eerder = await session.One(
            "SELECT vingerafdruk, resultaat FROM verhuur_sleutels WHERE bewerking = $1 AND sleutel = $2", row => (Vingerafdruk: row.Text(0), Resultaat: row.Guid(1)),
            bewerking, sleutel.Sleutel);
        return eerder.Vingerafdruk == sleutel.Vingerafdruk
            ? eerder.Resultaat
            : throw new ProbleemException(new Probleem(422, "sleutelHergebruikt", "Deze Idempotency-Key is al voor een ander verzoek gebruikt."));
    }

    /// <summary>Sets what a key stands for, when the request found something that existed already.</summary>
    public static async ValueTask Onthoud(this Session session, string bewerking, (string Sleutel, string Vingerafdruk)? gegeven, Guid resultaat)
    {
        if (gegeven is { } sleutel)
            await session.Execute("UPDATE verhuur_sleutels SET resultaat = $3 WHERE bewerking = $1 AND sleutel = $2", bewerking, sleutel.Sleutel, resultaat);
    }
}
