using Meent.Data.Opslag;
using Meent.Services.Adressen.Objecten;
using Meent.Services.Pijplijn;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Adressen;

/// <summary>What the operations on the BAG read with.</summary>
internal sealed class Bagbron(Stores stores, Aanroepen aanroepen, TimeProvider klok)
{
    public Aanroepen Aanroepen => aanroepen;

    public TimeProvider Klok => klok;

    public async Task<T> Lees<T>(HttpContext http, Func<Session, ValueTask<T>> vraag) => await (await stores.Get(http.Organisatie())).Read(vraag, http.RequestAborted);

    public async ValueTask<IReadOnlyList<string>> Alle(Session session, HttpContext http, Tijdreis reis, IEnumerable<Voorkomenrij> rijen, IReadOnlyList<string> expand, bool zijnVoorkomens = false)
    {
        var maker = new Objectantwoord(session, http.Organisatie(), reis);
        var delen = new List<string>();
        foreach (var rij in rijen) delen.Add(await maker.Maak(rij, expand, zijnVoorkomens));
        return delen;
    }
}
