using System.Text.Json;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc;
using Meent.Integration.Manager;
using Meent.Standards.Problemen;

namespace Meent.Integration.Beheer;

/// <summary>What went wrong with the Manager, as an administrator is told: on the API and on the command line.</summary>
internal static class Beheerfout
{
    /// <returns>Null for what is no fault of the administrator or another Manager.</returns>
    public static ProbleemException? Van(Exception fout) => fout switch
    {
        FormatException => Maak(400, FscCodes.InvalidJson, "Het verzoek is ongeldig.", fout.Message),
        ManagerWeigering => Maak(502, FscCodes.Unavailable, "De andere Manager weigerde.", fout.Message),
        OperationCanceledException => Maak(502, FscCodes.Unavailable, "De andere Manager antwoordt niet op tijd."),
        JsonException => Maak(502, FscCodes.Unavailable, "De andere Manager gaf een onleesbaar antwoord."),
        NietIngericht => Maak(409, FscCodes.Unavailable, "Dit is hier nog niet ingericht.", fout.Message),
        HttpRequestException => Maak(502, FscCodes.Unavailable, "De andere Manager is niet bereikbaar.", fout.Message),
        FscException fsc => Maak(fsc.Fout.Status, fsc.Fout.Code, "Het verzoek is ongeldig.", fsc.Fout.Message),
        _ => null,
    };

    private static ProbleemException Maak(int status, string code, string titel, string detail = "") => new(new Probleem(status, code, titel, detail));
}
