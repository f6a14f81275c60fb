using Meent.Interaction.Taal;
using Meent.Interaction.Toegang;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Paginas;

/// <summary>Pages that every organisation has.</summary>
internal sealed class AlgemenePaginas
{
    public static void Map(Paginabouwer paginas)
    {
        var algemeen = paginas.Van<AlgemenePaginas>();
        algemeen.Overal("/taal/{code}", Eis.Openbaar, _ => TaalKeuze.Kies);
        algemeen.Overal("/toegankelijkheid", Eis.Openbaar, _ => v => Task.FromResult(v.Toon<Toegankelijkheid>(null)));
    }
}
