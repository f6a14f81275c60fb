using Meent.Data.Inhoud;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Toegang;

namespace Meent.Services.Zaakgericht.Vernietiging;

/// <summary>After a back-up was put back: destroys again what was destroyed since it was made.</summary>
internal sealed class Opnieuw(Dienstverlening diensten, Opruimer opruimer, Vernietigd vernietigd)
{
    public async Task Vernietig(Store store, CancellationToken stop)
    {
        var aanroep = new Aanroep(store.Organisatie, Herkomst.Buiten, new ApiClient("meent-restore", "") { HeeftAlleAutorisaties = true }, null, null, "restore") { Dag = diensten.Klok.Vandaag() };
        var sloop = new Sloop(aanroep, diensten, opruimer, diensten.Klok.GetUtcNow(), "Opnieuw vernietigd na het terugzetten van een reservekopie");
        foreach (var zaak in vernietigd.Lees(store.Organisatie)) await sloop.WisInhoud(store, await store.WriteBulk(session => sloop.Zaak(session, zaak), stop), stop);
    }
}
