using System.Diagnostics.CodeAnalysis;

namespace Meent.Standards.Identificaties;

/// <summary>Organisatie-identificatienummer: twenty digits (Logius OIN-stelsel); the Peer ID of FSC under the Digikoppeling profile.</summary>
public readonly record struct Oin(string Waarde)
{
    public static bool IsGeldig([NotNullWhen(true)] string? tekst) => tekst is { Length: 20 } && tekst.All(char.IsAsciiDigit);

    public override string ToString() => Waarde;
}
