using System.Text.Json;
using Meent.Integration.Fsc.Crypto;

namespace Meent.Integration.Fsc.Contracten;

/// <summary>The content of a contract. Never changes: another content is another contract, with another hash.</summary>
/// <param name="Json">The content as received, unknown members and their order included.</param>
internal sealed record Contract(
    string Hash, string Json, Guid Iv, string GroupId, long NotBefore, long NotAfter, long CreatedAt, IReadOnlyList<Grant> Grants)
{
    public const string FscVersion = "2.0.0";
    public const string HashAlgorithm = "HASH_ALGORITHM_SHA3_512";

    /// <summary>The peers whose accept signature makes it valid.</summary>
    public IReadOnlySet<string> Partijen { get; } = Grants.SelectMany(g => g.Partijen).ToHashSet(StringComparer.Ordinal);

    /// <param name="metVoorvoegsel">How the Group makes the hash of a grant (<see cref="LezingOptions.GrantHashMetVoorvoegsel"/>).</param>
    /// <exception cref="FscException">The shape is wrong; the message names the field.</exception>
    public static Contract Lees(JsonElement content, bool metVoorvoegsel)
    {
        var veld = new Veld(content, "content");

        // What would change the meaning of everything below comes first (FSC Core 4.2.1).
        var version = veld.Lid("fsc_version").Tekst();
        if (version != FscVersion)
            throw new FscException(422, FscCodes.UnknownFscVersion, $"FSC-versie '{version}' is onbekend; deze Manager kent {FscVersion}.");
        var algorithm = veld.Lid("hash_algorithm").Tekst();
        if (algorithm != HashAlgorithm) throw new FscException(422, FscCodes.UnknownHashAlgorithm, $"Hash-algoritme '{algorithm}' is onbekend.");

        var hash = FscHash.Content(content);
        var iv = veld.Lid("iv");
        var validity = veld.Lid("validity");
        return new Contract(
            hash, content.GetRawText(),
            Guid.TryParseExact(iv.Tekst(), "D", out var uuid) ? uuid : throw Veld.Fout(iv.Pad, "moet een UUID zijn"),
            veld.Lid("group_id").Tekst(1, 100),
            validity.Lid("not_before").Tijdstip(), validity.Lid("not_after").Tijdstip(), veld.Lid("created_at").Tijdstip(),
            [.. veld.Lid("grants").Lijst().Select(grant => Grant.Lees(grant.Lid("data"), hash, metVoorvoegsel))]);
    }

    /// <summary>Reads what the store kept.</summary>
    public static Contract Lees(string json, bool metVoorvoegsel)
    {
        using var document = IJson.Parse(System.Text.Encoding.UTF8.GetBytes(json));
        return Lees(document.RootElement.Clone(), metVoorvoegsel);
    }
}
