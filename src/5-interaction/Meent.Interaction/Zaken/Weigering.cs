using Meent.Interaction.Paginas;
using Meent.Interaction.Taal;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Zaken;

/// <summary>What the APIs refuse, in plain words: their own texts are written for programmers.</summary>
internal static class Weigering
{
    public static void Neem(Formulier formulier, BronException fout, IReadOnlyDictionary<string, string> veldVan, Tekst t)
    {
        foreach (var veld in fout.Velden) formulier.Fout(veldVan.GetValueOrDefault(veld.Name, Handelingen.Reden), Woorden(t, veld.Code) ?? veld.Reason);
        if (formulier.IsGoed) formulier.Fout(Handelingen.Reden, fout.Status == 403 && fout.Detail.Length == 0 ? t["Dit mag niet bij deze zaak.", "That is not allowed with this case."] : fout.Detail);
    }

    private static string? Woorden(Tekst t, string code) => code switch
    {
        "resultaat-does-not-exist" => t["Leg eerst een resultaat vast.", "Record an outcome first."],
        "indicatiegebruiksrecht-unset" => t["Van een document is nog niet bekend of er gebruiksrechten op rusten. Leg dat eerst vast.", "Of a document it is not known yet whether rights of use rest on it. Record that first."],
        "archiefactiedatum-error" => t["De bewaartermijn kan nog niet worden bepaald. Vul eerst in wat daarvoor nodig is, bijvoorbeeld een eigenschap of een besluit.", "The retention term cannot be determined yet. First fill in what it needs, for instance a property or a decision."],
        "zaaktype-mismatch" => t["Dit hoort niet bij het zaaktype van deze zaak.", "This does not belong to the type of this case."],
        "date-in-future" or "future_not_allowed" => t["De datum mag niet in de toekomst liggen.", "The date must not lie in the future."],
        "unique" => t["Dit is al vastgelegd.", "This was recorded already."],
        "missing-zaaktype-informatieobjecttype-relation" => t["Dit soort document hoort niet bij dit zaaktype.", "This sort of document does not belong to this case type."],
        "file-size" or "incomplete-upload" => t["Het bestand is niet helemaal aangekomen. Probeer het nog eens.", "The file did not arrive whole. Please try again."],
        "invalid-base64" => t["Het bestand kon niet worden gelezen.", "The file could not be read."],
        _ => null,
    };
}
