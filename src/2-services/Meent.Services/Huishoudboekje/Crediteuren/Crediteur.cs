using Meent.Data.Opslag;
using Meent.Services.EigenApi;

namespace Meent.Services.Huishoudboekje.Crediteuren;

/// <summary>
/// An organisation that is paid or pays. By its number in the handelsregister it is asked at the source how it is called now; <see cref="Naam"/> is what
/// employees know it by, and <see cref="Afdeling"/> tells parts with one number apart.
/// </summary>
internal sealed record Crediteur : IRij
{
    public static string Tabel => "huishoudboekje_crediteuren";

    public required Guid Id { get; init; }

    public required string Naam { get; init; }

    public required string KvkNummer { get; init; }

    public string? Vestigingsnummer { get; init; }

    public string? Afdeling { get; init; }

    /// <summary>Where letters go (BAG), if it is not where the handelsregister has it.</summary>
    public string? NummeraanduidingIdentificatie { get; init; }

    public string Sleutel => $"{KvkNummer}/{Vestigingsnummer}/{Afdeling?.ToUpperInvariant()}";
}

internal static class Crediteurtabel
{
    /// <returns>False when this organisation, or part of it, is there already.</returns>
    public static async ValueTask<bool> Voeg(this Session session, Crediteur crediteur) => await session.Execute(
        "INSERT INTO huishoudboekje_crediteuren (id, naam, sleutel, body, vorm, version) VALUES ($1, $2, $3, $4, $5, 1) ON CONFLICT DO NOTHING",
        crediteur.Id, crediteur.Naam, crediteur.Sleutel, EigenJson.Schrijf(crediteur), EigenJson.Vorm) == 1;

    /// <summary>By name; of a name that is searched: those that hold it, whatever its case.</summary>
    public static async ValueTask<(long Aantal, List<Crediteur> Deel)> Crediteuren(this Session session, string? zoek, Deelvraag deel)
    {
        var waar = zoek is null ? "" : "WHERE LOWER(naam) LIKE $1 ESCAPE '!'";
        object?[] args = zoek is null ? [] : [$"%{zoek.ToLowerInvariant().Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%"];
        return (
            await session.One($"SELECT COUNT(*) FROM huishoudboekje_crediteuren {waar}", row => row.Long(0), args),
            await session.All($"SELECT body FROM huishoudboekje_crediteuren {waar} ORDER BY naam, id {deel.Sql}", row => EigenJson.Lees<Crediteur>(row.Text(0)), args));
    }
}
