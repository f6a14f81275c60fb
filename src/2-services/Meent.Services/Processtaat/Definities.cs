using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Standards.Processtaat;

namespace Meent.Services.Processtaat;

/// <summary>The versions of processes in the store.</summary>
internal static class Definities
{
    private const string Kop = "proces, versie, naam, herkomst, hash, geplaatst";

    /// <summary>Adds a version, or finds the last one when it is the same.</summary>
    /// <exception cref="UniqueConflictException">Another placed a version at the same time.</exception>
    public static async ValueTask<(Definitie Definitie, bool Nieuw)> Voeg(this Session session, Definitie definitie)
    {
        var koppelingen = definitie.Koppelingen!.Value.GetRawText();
        var hash = Hash(definitie.Bpmn!, koppelingen);
        var laatste = await session.One($"SELECT {Kop} FROM processtaat_definities WHERE proces = $1 ORDER BY versie DESC LIMIT 1", LeesKop, definitie.Proces);
        if (laatste?.Hash == hash) return (laatste, false);
        var nieuw = definitie with { Versie = (laatste?.Versie ?? 0) + 1, Hash = hash };
        await session.Execute($"INSERT INTO processtaat_definities ({Kop}, bpmn, koppelingen) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            nieuw.Proces, nieuw.Versie, nieuw.Naam, nieuw.Herkomst, nieuw.Hash, nieuw.GeplaatstOp, nieuw.Bpmn, koppelingen);
        return (nieuw with { Bpmn = null, Koppelingen = null }, true);
    }

    public static ValueTask<Definitie?> Definitie(this Session session, string proces, int versie) =>
        session.One($"SELECT {Kop}, bpmn, koppelingen FROM processtaat_definities WHERE proces = $1 AND versie = $2",
            row => LeesKop(row) with { Bpmn = row.Text(6), Koppelingen = JsonElement.Parse(row.Bytes(7)) }, proces, versie);

    /// <summary>All versions, the newest of each process first.</summary>
    public static ValueTask<List<Definitie>> LijstDefinities(this Session session, string? proces)
    {
        var filter = new Filter().En("proces", proces);
        return session.All($"SELECT {Kop} FROM processtaat_definities {filter.Where} ORDER BY proces, versie DESC", LeesKop, filter.Argumenten);
    }

    internal static string Hash(string bpmn, string koppelingen) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{bpmn}\0{koppelingen}")));

    private static Definitie LeesKop(Row row) => new()
    {
        Proces = row.Text(0),
        Versie = (int)row.Long(1),
        Naam = row.Text(2),
        Herkomst = row.Text(3),
        Hash = row.Text(4),
        GeplaatstOp = row.Instant(5),
    };
}
