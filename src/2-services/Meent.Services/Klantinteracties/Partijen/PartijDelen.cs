using Meent.Data.Modellen.Klantinteracties;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Klantinteracties.Partijen;

/// <summary>What a client sends as part of a partij and is a resource by itself: written in its transaction, by its own rules.</summary>
internal static class PartijDelen
{
    public static async ValueTask Bewaar(Schrijven<Partij> schrijven, Session session, Dienstverlening diensten)
    {
        var (partij, zelf) = (schrijven.Model, Verwijzingen.Naar(schrijven.Resource, schrijven.Id));
        if (partij.DigitaleAdressen is { } adressen)
            await Koppel(session, DigitaleAdressen.Resource, schrijven.Id, adressen, adres => DigitaleAdressen.Van(adres, null), adres => DigitaleAdressen.Van(adres, zelf), Voorkeuren.WisAdres);
        if (partij.Rekeningnummers is { } rekeningen)
            await Koppel(session, Rekeningnummers.Resource, schrijven.Id, rekeningen, rekening => rekening with { Partij = null }, rekening => rekening with { Partij = zelf }, Voorkeuren.WisRekening);
        if (schrijven.Gestuurd.Contains("partijIdentificatoren") && partij.PartijIdentificatoren is { } nummers) await Nummers(schrijven, session, nummers, zelf, diensten);
    }

    /// <summary>What is not named is let go; what is named becomes of this partij.</summary>
    private static async ValueTask Koppel<T>(
        Session session, Resource<T> resource, Guid partij, IReadOnlyList<Verwijzing> genoemd, Func<T, T> los, Func<T, T> vast, Func<Session, Guid, Guid?, ValueTask> wisVoorkeur) where T : class
    {
        var huidig = await session.All($"SELECT id FROM {resource.Tabel} WHERE partij = $1 ORDER BY id", row => row.Guid(0), partij);
        var gewenst = genoemd.Select(v => v.Uuid).ToHashSet();
        foreach (var id in huidig.Where(id => !gewenst.Contains(id))) await Volgwijziging.Pas(session, resource, id, oud => ValueTask.FromResult(los(oud)));
        foreach (var id in gewenst.Except(huidig))
        {
            await Volgwijziging.Pas(session, resource, id, oud => ValueTask.FromResult(vast(oud)));
            await wisVoorkeur(session, id, partij);
        }
    }

    private static async ValueTask Nummers(Schrijven<Partij> schrijven, Session session, IReadOnlyList<PartijIdentificator> nummers, Verwijzing zelf, Dienstverlening diensten)
    {
        var blijft = nummers.Select(n => n.Uuid).ToHashSet();
        // A number goes before the one that it stands under.
        var huidig = await session.All(
            "SELECT id FROM klantcontact_partijidentificatoren WHERE partij = $1 ORDER BY CASE WHEN sub_identificator_van IS NULL THEN 1 ELSE 0 END, id", row => row.Guid(0), schrijven.Id);
        foreach (var id in huidig.Where(id => !blijft.Contains(id))) await Verwijder(schrijven, session, id, diensten);
        for (var i = 0; i < nummers.Count; i++)
        {
            var nummer = nummers[i] with { IdentificeerdePartij = zelf };
            await Deelfouten.Onder(session, $"partijIdentificatoren.{i}", () => nummer.Uuid is { } id ? Wijzig(schrijven, session, id, nummer, diensten) : Maak(schrijven, session, nummer, diensten));
        }
    }

    private static ValueTask<Schrijven<PartijIdentificator>> Maak(Schrijven<Partij> partij, Session session, PartijIdentificator nummer, Dienstverlening diensten) => Aanmaken.Schrijf(
        session, new Schrijven<PartijIdentificator>(Identificatoren.Resource, partij.Aanroep, Actie.Create, Guid.CreateVersion7(partij.Nu), nummer, null, 1, partij.Nu, partij.Nummer), Bereik.Volledig, diensten);

    private static async ValueTask<Schrijven<PartijIdentificator>> Wijzig(Schrijven<Partij> partij, Session session, Guid id, PartijIdentificator nummer, Dienstverlening diensten)
    {
        var resource = Identificatoren.Resource;
        var rij = await Rij.Pak(session, resource, id, null) ?? throw Weiger.Ongeldig("uuid", "invalid", "PartijIdentificator object bestaat niet.");
        var schrijven = new Schrijven<PartijIdentificator>(resource, partij.Aanroep, Actie.Update, id, nummer, Vorm.VanBewaard<PartijIdentificator>(rij.Body), rij.Versie, partij.Nu, partij.Nummer);
        return await Wijzigen.Schrijf(session, schrijven, rij, Bereik.Volledig, diensten);
    }

    private static async ValueTask Verwijder(Schrijven<Partij> partij, Session session, Guid id, Dienstverlening diensten)
    {
        var resource = Identificatoren.Resource;
        if (await Rij.Pak(session, resource, id, null) is not { } rij) return;
        var oud = Vorm.VanBewaard<PartijIdentificator>(rij.Body);
        await Verwijderen.Schrijf(session, new Schrijven<PartijIdentificator>(resource, partij.Aanroep, Actie.Destroy, id, oud, oud, rij.Versie, partij.Nu, partij.Nummer), rij, diensten);
    }
}
