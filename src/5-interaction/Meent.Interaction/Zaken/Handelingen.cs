using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Zaken;

/// <summary>All that can be done with a zaak, and how one of them goes.</summary>
internal sealed class Handelingen(Statushandelingen status, Termijnhandelingen termijn, Rolhandelingen rollen, Gegevenshandelingen gegevens, Dossierhandelingen dossier)
{
    /// <summary>The field that every handeling has: why.</summary>
    public const string Reden = "reden";

    public const int LangsteReden = 400;

    private readonly List<Handeling> _alle = [.. status.Alle, .. dossier.Alle, .. rollen.Alle, .. gegevens.Alle, .. termijn.Alle];

    public IReadOnlyList<Handeling> Voor(Zaakbeeld beeld, Medewerker medewerker) => [.. _alle.Where(h => h.MagEnKan(beeld, medewerker))];

    public bool Bestaat(string pad) => _alle.Exists(h => h.Pad == pad);

    /// <summary>What to say after one was done.</summary>
    public Func<Taal.Tekst, string>? Gedaan(string? pad) => _alle.Find(h => h.Pad == pad)?.Gedaan;

    /// <summary>Null when it is not for this employee, or not for a zaak that stands so.</summary>
    public Handeling? Vind(string pad, Zaakbeeld beeld, Medewerker medewerker) => _alle.Find(h => h.Pad == pad && h.MagEnKan(beeld, medewerker));

    /// <summary>Checks the form and does it; what is wrong, also in the eyes of the API, stands with the form's fields afterwards.</summary>
    public static async Task Voer(Handeling handeling, Uitvoering uitvoering, IReadOnlyList<Invoer> velden)
    {
        var (formulier, t) = (uitvoering.Formulier, uitvoering.Verzoek.T);
        foreach (var veld in velden) veld.Controleer(formulier, t);
        formulier.Verplicht(Reden, t["Schrijf op waarom u dit doet.", "Write down why you do this."]);
        if (!formulier.IsGoed) return;
        try
        {
            await handeling.Doe(uitvoering);
        }
        catch (BronException fout) when (fout.Status is 400 or 403 or 404 or 409 or 412 or 422)
        {
            Weigering.Neem(formulier, fout, handeling.VeldVan, t);
        }
    }
}
