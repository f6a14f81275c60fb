using Meent.Data.Modellen.Catalogi;
using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Zaakgericht.Catalogi;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>The rules for who takes part in a zaak.</summary>
internal static class RolRegels
{
    public static async ValueTask<Rol> Rol(Schrijven<Rol> schrijven, Session session)
    {
        var rol = schrijven.Model;
        var id = await Verwijzing.Vereis(session, rol.Roltype, CatalogiResources.Roltypen, "roltype");
        var zaak = await Zaakdeel.Open(schrijven, session);
        // zrc-019: the roltype is one of the zaaktype of the zaak.
        if (!await session.One("SELECT 1 FROM zaakgericht_roltypen WHERE id = $1 AND zaaktype = $2", _ => true, id, zaak.Zaaktype))
            throw Weiger.Ongeldig("nonFieldErrors", "zaaktype-mismatch", "Het roltype hoort niet bij het zaaktype van de zaak.");
        var roltype = Vorm.VanBewaard<RolType>((await session.One("SELECT body FROM zaakgericht_roltypen WHERE id = $1", row => row.Bytes(0), id))!);
        return rol with
        {
            BetrokkeneIdentificatie = Betrokkene.Identificatie(rol),
            Omschrijving = roltype.Omschrijving,
            OmschrijvingGeneriek = roltype.OmschrijvingGeneriek,
            Registratiedatum = schrijven.Nu,
        };
    }
}
