using Meent.Standards.Problemen;

namespace Meent.Services.EigenApi;

/// <summary>The ways in which our own APIs refuse a request; nothing has been written then.</summary>
internal static class Weigering
{
    /// <summary>The request cannot be understood: fields are missing, unknown or malformed.</summary>
    public static ProbleemException Ongeldig(params IReadOnlyList<OngeldigVeld> velden) =>
        new(new Probleem(400, "invalid", "Ongeldige invoer.", string.Join(" ", velden.Select(veld => $"{veld.Name}: {veld.Reason}"))) { InvalidParams = velden });

    /// <summary>The request is clear, but a rule of the municipality or of the service forbids it.</summary>
    public static ProbleemException Regel(params IReadOnlyList<OngeldigVeld> velden) =>
        new(new Probleem(422, velden[0].Code, "Dit mag niet volgens de regels.", string.Join(" ", velden.Select(veld => veld.Reason))) { InvalidParams = velden });

    /// <summary>The request does not go with what is registered now.</summary>
    public static ProbleemException Botst(string veld, string code, string reden) =>
        new(new Probleem(409, code, "Dit past niet bij wat er nu geregistreerd staat.", reden) { InvalidParams = [new(veld, code, reden)] });

    public static ProbleemException NietGevonden(string wat) => new(new Probleem(404, "notFound", "Niet gevonden.", $"{wat} bestaat niet."));
}
