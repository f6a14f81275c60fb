using Meent.Data.Opslag;

namespace Meent.Services.Verhuur.Meldingen;

internal static class MeldingGebeurtenissen
{
    /// <summary>The event has its place among those of the dwelling, whose lock this transaction holds.</summary>
    public static async ValueTask Gebeurde(this Verzoek verzoek, Session session, Meldresultaat resultaat, string actie)
    {
        var melding = resultaat.Melding;
        var woonruimte = Links.Woonruimte(melding.AdresseerbaarObjectIdentificatie);
        var slot = await session.Slot(melding.AdresseerbaarObjectIdentificatie);
        await verzoek.Gebeurde(session, woonruimte, slot, "melding", Links.Melding(melding.Id), actie, melding.Registratienummer);
        if (resultaat.Telling.Any(jaar => jaar is { Nieuw: > 0, Over: 0 }))
            await verzoek.Gebeurde(session, woonruimte, slot, "nachten", woonruimte + "/nachten", "limiet-bereikt", melding.Registratienummer);
    }
}
