using System.Security.Cryptography;

namespace Meent.Standards.Toegang;

/// <summary>
/// The client as which layers 5 and 4, and one bron at another, call inside an organisation. Its secret lives as long as the process and
/// never leaves it; the Outway takes the token off.
/// </summary>
public sealed class InternClient(TimeProvider klok)
{
    public const string Id = "meent-intern";

    internal byte[] Geheim { get; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>A value for <c>Authorization</c>.</summary>
    /// <param name="gebruiker">Employee, or <c>burger</c>.</param>
    public string Authorization(string? gebruiker) => $"Bearer {ZgwJwt.Maak(Id, Geheim, klok.GetUtcNow(), gebruiker ?? "", gebruiker ?? "")}";
}
