using Meent.Data.Modellen.Klantinteracties;
using Meent.Data.Opslag;
using Meent.Services.Klantinteracties.Contacten;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Klantinteracties.Partijen;

/// <summary>The rules for a partij.</summary>
internal static class PartijRegels
{
    public static async ValueTask<Partij> Partij(Schrijven<Partij> schrijven, Session session)
    {
        var partij = schrijven.Model;
        Identificatoren.InPartij(schrijven);
        var (adressen, rekeningen) = (DigitaleAdressen.Resource, Rekeningnummers.Resource);
        var digitaleAdressen = schrijven.Gestuurd.Contains("digitaleAdressen") ? await Verwijzingen.VereisElk(session, partij.DigitaleAdressen ?? [], adressen, "digitaleAdressen") : null;
        var rekeningnummers = schrijven.Gestuurd.Contains("rekeningnummers") ? await Verwijzingen.VereisElk(session, partij.Rekeningnummers ?? [], rekeningen, "rekeningnummers") : null;
        return partij with
        {
            Nummer = await Nummering.Bepaal(schrijven, session, partij.Nummer, schrijven.Oud?.Nummer),
            DigitaleAdressen = digitaleAdressen,
            Rekeningnummers = rekeningnummers,
            VoorkeursDigitaalAdres = await Voorkeur(schrijven, session, partij.VoorkeursDigitaalAdres, digitaleAdressen, adressen, "voorkeursDigitaalAdres", "Het voorkeurs adres moet een gelinkte digitaal adres zijn."),
            VoorkeursRekeningnummer = await Voorkeur(schrijven, session, partij.VoorkeursRekeningnummer, rekeningnummers, rekeningen, "voorkeursRekeningnummer", "Het voorkeurs rekeningnummer moet een gelinkte rekeningnummer zijn."),
            PartijIdentificatie = await Partijsoorten.Identificatie(schrijven, session),
        };
    }

    /// <summary>What points at it and stays, points at nothing from now on. A number that another partij's number stands under keeps both.</summary>
    public static async ValueTask Verwijder(Schrijven<Partij> schrijven, Session session, Dienstverlening diensten)
    {
        await Volgwijziging.PasElk(session, PartijResources.Partijen, "werkte_voor", schrijven.Id, Partijsoorten.ZonderWerkgever);
        foreach (var betrokkene in await session.All("SELECT id FROM klantcontact_betrokkenen WHERE partij = $1", row => row.Guid(0), schrijven.Id)) await BetrokkeneRegels.Los(session, betrokkene);
    }

    /// <summary>Free text about somebody goes to nobody, though Open Klant has <c>interneNotitie</c> here.</summary>
    public static Melding Melding(Schrijven<Partij> schrijven) => new("partijen", schrijven.Resource.Url(schrijven.Id, null), schrijven.Versie,
        new Dictionary<string, string> { ["nummer"] = schrijven.Model.Nummer ?? "", ["soortPartij"] = schrijven.Model.SoortPartij });

    /// <summary>What a partij prefers is its own; a preference that the client does not repeat goes with what it preferred.</summary>
    /// <param name="gestuurd">What belongs to it from now on; null when that stays as it is.</param>
    private static async ValueTask<Verwijzing?> Voorkeur(
        Schrijven<Partij> schrijven, Session session, Verwijzing? voorkeur, IReadOnlyList<Verwijzing>? gestuurd, Resource resource, string veld, string reden)
    {
        if (voorkeur is null) return null;
        voorkeur = await Verwijzingen.Vereis(session, voorkeur, resource, veld);
        var eigen = gestuurd is not null ? gestuurd.Any(v => v.Uuid == voorkeur.Uuid)
            : await session.One($"SELECT 1 FROM {resource.Tabel} WHERE id = $1 AND partij = $2", _ => true, voorkeur.Uuid, schrijven.Id);
        if (eigen) return voorkeur;
        return schrijven.Gestuurd.Contains(veld) ? throw Weiger.Ongeldig(veld, "invalid", reden) : null;
    }
}
