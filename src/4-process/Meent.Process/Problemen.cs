using Meent.Standards.Problemen;

namespace Meent.Process;

/// <summary>What the API of the process layer answers when it cannot do what is asked.</summary>
internal static class Problemen
{
    public static Probleem Invoer(IReadOnlyList<OngeldigVeld> velden) => new(400, "invalid", "De invoer is niet geldig.") { InvalidParams = velden };

    public static Probleem Invoer(string veld, string code, string reden) => Invoer([new OngeldigVeld(veld, code, reden)]);

    public static Probleem NietGevonden(string wat) => new(404, "not_found", "Niet gevonden.", wat);

    public static Probleem Conflict(string code, string detail) => new(409, code, "Dat past niet bij de stand van het proces.", detail);
}
