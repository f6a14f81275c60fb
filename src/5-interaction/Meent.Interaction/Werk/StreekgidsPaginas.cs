using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Werk;

/// <summary>What stands in the regional guide: the holiday homes of who agreed to that, at this municipality and its neighbours.</summary>
internal sealed class StreekgidsPaginas(Streekgidsbron bron)
{
    public static void Map(Paginabouwer paginas) => paginas.Van<StreekgidsPaginas>().Get("/werk/streekgids", Eis.Medewerker(Rechten.VerhuurInzien), p => p.Toon);

    private async Task<IResult> Toon(Verzoek verzoek) => verzoek.Toon<StreekgidsScherm>(new Streekgidsmodel(await bron.Alles(verzoek)));
}

internal sealed record Streekgidsmodel(IReadOnlyList<Gidsdeel> Delen);
