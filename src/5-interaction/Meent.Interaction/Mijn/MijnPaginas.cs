using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Mijn;

internal sealed class MijnPaginas(Personenbron personen, Verhuurbron verhuur)
{
    public static void Map(Paginabouwer paginas)
    {
        var mijn = paginas.Van<MijnPaginas>();
        mijn.Get("/mijn", Eis.Belanghebbende, p => p.Overzicht);
        mijn.Get("/mijn/gegevens", Eis.Inwoner, p => p.Gegevens);
    }

    private async Task<IResult> Overzicht(Verzoek verzoek) =>
        verzoek.Toon<MijnOverzicht>(new OverzichtModel((await verhuur.VanMij(verzoek, Doelen.Inzien)).Count(r => r.IsGeldig)));

    private async Task<IResult> Gegevens(Verzoek verzoek) =>
        verzoek.Toon<MijnGegevens>(new GegevensModel(await personen.Zelf(verzoek, Persoonsvraag.MijnGegevens)));
}

internal sealed record OverzichtModel(int Registraties);

internal sealed record GegevensModel(Persoon? Persoon);
