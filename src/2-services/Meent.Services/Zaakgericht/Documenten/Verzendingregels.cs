using Meent.Data.Modellen.Documenten;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>Documenten API, "Verzending": to or from exactly one address; a document is received from one sender.</summary>
internal static class Verzendingregels
{
    public static async ValueTask<Verzending> Regels(Schrijven<Verzending> schrijven, Session session)
    {
        var verzending = schrijven.Model;
        var adressen = new[]
        {
            verzending.BinnenlandsCorrespondentieadres is not null, verzending.BuitenlandsCorrespondentieadres is not null, verzending.CorrespondentiePostadres is not null,
            !string.IsNullOrEmpty(verzending.Faxnummer), !string.IsNullOrEmpty(verzending.Emailadres), verzending.MijnOverheid, !string.IsNullOrEmpty(verzending.Telefoonnummer),
        };
        if (adressen.Count(adres => adres) != 1)
        {
            throw Weiger.Ongeldig("nonFieldErrors", "invalid-address",
                "Geef precies één van binnenlandsCorrespondentieadres, buitenlandsCorrespondentieadres, correspondentiePostadres, faxnummer, emailadres, mijnOverheid en telefoonnummer.");
        }

        if (verzending.AardRelatie == "afzender" && await session.One(
            "SELECT 1 FROM zaakgericht_verzendingen WHERE informatieobject = $1 AND aard_relatie = 'afzender' AND id <> $2",
            _ => true, Pijplijn.Model.EigenUrls.Id(verzending.Informatieobject, Documentpaden.Informatieobjecten), schrijven.Id))
            throw Weiger.Ongeldig("nonFieldErrors", "unique", "Een informatieobject heeft ten hoogste één afzender.");
        return verzending;
    }
}
