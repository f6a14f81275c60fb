using Meent.Data.Modellen.Klantinteracties;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;

namespace Meent.Services.Klantinteracties.Partijen;

/// <summary>Klantinteracties 0.9.0: rekeningnummers.</summary>
internal static class Rekeningnummers
{
    public static readonly Resource<Rekeningnummer> Resource = Klantresource.Van<Rekeningnummer>("rekeningnummer", "rekeningnummers", Betrokkenheid.Partij("partij"),
        new("partij", r => r.Partij?.Uuid), new("iban", r => r.Iban), new("bic", r => r.Bic)) with
    {
        Filters = [Filter.Tekst("iban", "iban"), Filter.Tekst("bic", "bic"), Filter.Id("uuid", "id")],
        Regels = async (schrijven, session) => schrijven.Model with
        {
            Partij = await Verwijzingen.VereisOfNiets(session, schrijven.Model.Partij, PartijResources.Partijen, "partij"),
        },
        Gevolgen = (schrijven, session) => Voorkeuren.WisRekening(session, schrijven.Id, schrijven.Model.Partij?.Uuid),
        Opruimen = (schrijven, session) => Voorkeuren.WisRekening(session, schrijven.Id, null),
    };
}
