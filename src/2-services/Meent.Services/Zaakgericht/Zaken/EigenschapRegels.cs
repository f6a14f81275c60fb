using Meent.Data.Modellen.Catalogi;
using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Zaakgericht.Catalogi;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>The rules for the eigenschappen of a zaak.</summary>
internal static class EigenschapRegels
{
    public static async ValueTask<ZaakEigenschap> Eigenschap(Schrijven<ZaakEigenschap> schrijven, Session session)
    {
        var model = schrijven.Model;
        var id = await Verwijzing.Vereis(session, model.Eigenschap, CatalogiResources.Eigenschappen, "eigenschap");
        var zaak = await Zaakdeel.Open(schrijven, session);
        var body = await session.One("SELECT body FROM zaakgericht_eigenschappen WHERE id = $1 AND zaaktype = $2", row => row.Bytes(0), id, zaak.Zaaktype);
        // zrc-018: the eigenschap is one of the zaaktype of the zaak.
        if (body is null) throw Weiger.Ongeldig("nonFieldErrors", "zaaktype-mismatch", "De eigenschap hoort niet bij het zaaktype van de zaak.");
        var eigenschap = Vorm.VanBewaard<Eigenschap>(body);
        if (Specificatie.Klacht(eigenschap.Specificatie, model.Waarde) is { } klacht) schrijven.Waarschuwingen.Add($"De zaakeigenschap voldoet niet aan de specificatie: {klacht}.");
        return model with { Naam = eigenschap.Naam };
    }

    public static async ValueTask NaEigenschap(Schrijven<ZaakEigenschap> schrijven, Session session)
    {
        await Zaakdeel.Koppel("eigenschappen", schrijven, session);
        await Archivering.Herbereken(session, Zaakdeel.Id(schrijven.Model.Zaak), "eigenschap");
    }

    public static async ValueTask EigenschapWeg(Schrijven<ZaakEigenschap> schrijven, Session session)
    {
        await Zaakdeel.Ontkoppel("eigenschappen", schrijven, session);
        await Archivering.Herbereken(session, Zaakdeel.Id(schrijven.Model.Zaak), "eigenschap");
    }
}
