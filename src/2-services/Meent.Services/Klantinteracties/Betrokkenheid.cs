namespace Meent.Services.Klantinteracties;

/// <summary>Whom a row is about: subqueries for the BSNs of those who are known by one, with commas between.</summary>
internal static class Betrokkenheid
{
    /// <summary>The column of a partij-identificator itself.</summary>
    public const string Zelf = "bsn";

    public const string Klantcontact = "(SELECT string_agg(x.bsn, ',') FROM klantcontact_betrokkenen b JOIN klantcontact_partijidentificatoren x ON x.partij = b.partij WHERE b.klantcontact = t.klantcontact)";

    public const string DigitaalAdres =
        "(SELECT string_agg(x.bsn, ',') FROM klantcontact_partijidentificatoren x WHERE x.partij = t.partij OR x.partij = (SELECT b.partij FROM klantcontact_betrokkenen b WHERE b.id = t.betrokkene))";

    /// <summary>The partijen that columns name.</summary>
    public static string Partij(params string[] kolommen) =>
        $"(SELECT string_agg(x.bsn, ',') FROM klantcontact_partijidentificatoren x WHERE {string.Join(" OR ", kolommen.Select(kolom => $"x.partij = t.{kolom}"))})";

    /// <summary>Of a klantcontact itself.</summary>
    public static string VanContact => Klantcontact.Replace("t.klantcontact", "t.id", StringComparison.Ordinal);
}
