using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>The rules for contacts about a zaak and notes at it.</summary>
internal static class ContactRegels
{
    public static async ValueTask<KlantContact> Klantcontact(Schrijven<KlantContact> schrijven, Session session)
    {
        await Zaakdeel.Open(schrijven, session);
        if (schrijven.Model.Datumtijd > schrijven.Nu.AddMinutes(1)) throw Weiger.Ongeldig("datumtijd", "future_not_allowed", "De datum mag niet in de toekomst liggen.");
        // Year and number without what stands between them: the standard leaves fourteen characters.
        return schrijven.Model.Identificatie.Length > 0 ? schrijven.Model
            : schrijven.Model with { Identificatie = schrijven.Nummer("").Replace("-", "", StringComparison.Ordinal) };
    }

    public static ValueTask<ZaakNotitie> Notitie(Schrijven<ZaakNotitie> schrijven, Session session)
    {
        // Zaken API 1.7.0: a note can be changed while it is a concept.
        if (schrijven.Oud is { Status: not "concept" }) throw Weiger.Ongeldig("nonFieldErrors", "invalid", "Een notitie kan alleen worden gewijzigd zolang de status concept is.");
        return ValueTask.FromResult(schrijven.Model with
        {
            AangemaaktDoor = schrijven.Model.AangemaaktDoor.Length > 0 ? schrijven.Model.AangemaaktDoor : schrijven.Aanroep.GebruikerWeergave ?? "",
            Aanmaakdatum = schrijven.Oud?.Aanmaakdatum ?? schrijven.Nu,
            Wijzigingsdatum = schrijven.Nu,
        });
    }
}
