using Meent.Data.Modellen.Klantinteracties;
using Meent.Data.Opslag;
using Meent.Services.Klantinteracties.Partijen;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Klantinteracties.Contacten;

/// <summary>The rules for who took part in a contact.</summary>
internal static class BetrokkeneRegels
{
    public static async ValueTask<Betrokkene> Betrokkene(Schrijven<Betrokkene> schrijven, Session session) => schrijven.Model with
    {
        WasPartij = await Verwijzingen.VereisOfNiets(session, schrijven.Model.WasPartij, PartijResources.Partijen, "wasPartij"),
        HadKlantcontact = await Verwijzingen.Vereis(session, schrijven.Model.HadKlantcontact, ContactResources.Klantcontacten, "hadKlantcontact"),
        VolledigeNaam = schrijven.Model.Contactnaam?.Volledig() ?? "",
    };

    /// <summary>The addresses that a betrokkene gave stay when he goes.</summary>
    public static ValueTask Los(Session session, Guid betrokkene) =>
        Volgwijziging.PasElk(session, DigitaleAdressen.Resource, "betrokkene", betrokkene, adres => adres with { VerstrektDoorBetrokkene = null });
}
