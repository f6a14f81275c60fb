using System.Text;
using System.Text.Json;
using Meent.Integration.Fsc.Crypto;

namespace Meent.Integration.Fsc.Doelbinding;

/// <summary>
/// The purpose chosen out of those in a grant, as an authorization detail (RFC 9396): asked for with the token, and standing in it, signed by the provider.
/// </summary>
internal static class Doelkeuze
{
    public const string Naam = "authorization_details";
    private const string Soort = "nl-doelbinding";

    public static object[] Details(string doel) => [new { type = Soort, doel }];

    public static string Json(string doel) => JsonSerializer.Serialize(Details(doel));

    /// <returns>Null when it is not one detail of this kind with a purpose.</returns>
    public static string? Lees(string json)
    {
        try
        {
            using var details = IJson.Parse(Encoding.UTF8.GetBytes(json));
            return Lees(details.RootElement);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <inheritdoc cref="Lees(string)"/>
    public static string? Lees(JsonElement details) =>
        details.ValueKind == JsonValueKind.Array && details.GetArrayLength() == 1 && details[0] is { ValueKind: JsonValueKind.Object } detail
        && Tekst(detail, "type") == Soort ? Tekst(detail, "doel") : null;

    private static string? Tekst(JsonElement detail, string lid) =>
        detail.TryGetProperty(lid, out var waarde) && waarde.ValueKind == JsonValueKind.String ? waarde.GetString() : null;
}
