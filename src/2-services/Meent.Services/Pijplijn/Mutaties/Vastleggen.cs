using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Model;

namespace Meent.Services.Pijplijn.Mutaties;

/// <summary>
/// What a new resource and a changed one have in common, once it is known that it may be written: its rules, its row, its count, what follows from it,
/// audit trail and event.
/// </summary>
internal static class Vastleggen
{
    /// <param name="rij">The row as it was, under its lock; null for a new one.</param>
    public static async ValueTask<Schrijven<T>> Schrijf<T>(Session session, Schrijven<T> schrijven, Rij? rij, Bereik bereik, Dienstverlening diensten) where T : class
    {
        var resource = schrijven.Resource;
        schrijven.Opgehaald.Controleer();
        schrijven = schrijven with { Model = await resource.Regels(schrijven, session) };
        var kolommen = await Kolomwaarden.Van(resource, schrijven.Model, session);
        if (!bereik.Omvat(kolommen.Type, kolommen.Rang)) throw Weiger.GeenRecht("U heeft geen rechten voor objecten van dit type.");

        var url = resource.Url(schrijven.Id, resource.Nest is { } nest ? kolommen[nest.Kolom] as Guid? : null);
        var body = Vorm.Bewaar(schrijven.Model, url, schrijven.Id, resource.MetUuid);
        var eerder = rij is null ? null : await Nasleep.BetrokkenenVan(session, resource, schrijven.Id, rij.Body);
        if (rij is null) await Rij.VoegIn(session, resource, schrijven.Id, body, kolommen.Waarden, Weigering);
        else await Rij.Vervang(session, resource, schrijven.Id, body, kolommen.Waarden, Weigering);

        if (rij is null) await Nasleep.Tel(session, resource, kolommen.Type, kolommen.Rang, 1, diensten);
        else if ((kolommen.Type, kolommen.Rang) != (rij.Type, rij.Rang)) await Verplaats(session, schrijven, rij, kolommen, diensten);
        await resource.Gevolgen(schrijven, session);
        await resource.Vervolg(schrijven, session, diensten);
        await Nasleep.Logboek(session, schrijven, diensten, eerder, await Nasleep.Betrokkenen(session, resource, schrijven.Id, kolommen));
        Nasleep.Rechten(session, resource, diensten);
        await Nasleep.Meld(session, schrijven, url, rij?.Body, body);
        return schrijven;

        Exception Weigering(Exception fout) => fout is UniqueConflictException dubbel ? resource.BijDubbel(dubbel)
            : Weiger.Ongeldig("nonFieldErrors", "does_not_exist", "Waar dit naar verwijst is er niet meer.");
    }

    /// <summary>Of another type or level now: it counts there, and what belongs to it goes along.</summary>
    private static async ValueTask Verplaats<T>(Session session, Schrijven<T> schrijven, Rij rij, Kolomwaarden kolommen, Dienstverlening diensten) where T : class
    {
        await Nasleep.Tel(session, schrijven.Resource, rij.Type, rij.Rang, -1, diensten);
        await Nasleep.Tel(session, schrijven.Resource, kolommen.Type, kolommen.Rang, 1, diensten);
        await Kinderen.Verplaats(session, schrijven.Resource, schrijven.Id, kolommen.Type, kolommen.Rang, diensten);
    }
}
