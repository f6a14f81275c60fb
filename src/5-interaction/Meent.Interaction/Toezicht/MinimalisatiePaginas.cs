using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Toezicht;

/// <summary>Which purposes may have more than they use, and what would break if they got less.</summary>
internal sealed class MinimalisatiePaginas(Minimalisatiebron bron)
{
    public const string Pad = "/werk/toezicht/minimalisatie";

    public static void Map(Paginabouwer paginas)
    {
        var werk = paginas.Van<MinimalisatiePaginas>();
        werk.Get(Pad, Eis.Medewerker(Rechten.Toezien), p => p.Lijst);
        werk.Get(Pad + "/{code}", Eis.Medewerker(Rechten.Toezien), p => p.Een);
    }

    private async Task<IResult> Lijst(Verzoek verzoek) => verzoek.Toon<MinimalisatieLijst>(await bron.Alle(verzoek));

    private async Task<IResult> Een(Verzoek verzoek)
    {
        var overzicht = await bron.Alle(verzoek);
        if (overzicht.Activiteiten.FirstOrDefault(een => een.Code == verzoek.Route("code")) is not { } meting) return verzoek.NietGevonden();
        var vraag = verzoek.Http.Request.Query;
        // Without a choice of one's own it is looked at what the proposal does.
        IReadOnlyList<string>? zonder = vraag.ContainsKey("kies") ? [.. vraag["zonder"].OfType<string>().Where(meting.Gegevens.Contains)] : null;
        return verzoek.Toon<MinimalisatieScherm>(new Minimalisatiemodel(overzicht, meting, zonder));
    }
}

/// <param name="Zonder">What is chosen to be taken off; null for the proposal.</param>
internal sealed record Minimalisatiemodel(Minimalisatieoverzicht Overzicht, Minimalisatie Meting, IReadOnlyList<string>? Zonder)
{
    /// <summary>What would be granted.</summary>
    public IReadOnlyList<string> Gegevens => Zonder is null ? Meting.Voorstel : [.. Meting.Gegevens.Except(Zonder)];

    public bool IsMinder => !Gegevens.SequenceEqual(Meting.Gegevens);

    public bool IsGekozen(string veld) => (Zonder ?? Meting.Vervalt).Contains(veld);
}
