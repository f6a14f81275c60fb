using Meent.Data.Opslag;
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
}
