using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Delen;

/// <summary>A resident shares own data with an organisation, sees what is shared and was, and withdraws it as easily.</summary>
internal sealed class DelenPaginas(Toestemmingenbron bron, TimeProvider klok)
{
    private const string Pad = "/mijn/delen";

    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal) { ["gegevens"] = "gegeven-0", ["tot"] = "tot" };

    public static void Map(Paginabouwer paginas)
    {
        var delen = paginas.Van<DelenPaginas>();
        delen.Get(Pad, Eis.Inwoner, p => p.Overzicht);
        delen.Get(Pad + "/{code}/{oin}", Eis.Inwoner, p => p.Vraag);
        delen.Post(Pad + "/{code}/{oin}", Eis.Inwoner, p => p.Geef);
        delen.Get(Pad + "/{id:guid}/intrekken", Eis.Inwoner, p => p.VraagIntrekking);
        delen.Post(Pad + "/{id:guid}/intrekken", Eis.Inwoner, p => p.TrekIn);
    }

    private async Task<IResult> Overzicht(Verzoek verzoek)
    {
        if (!Heeft(verzoek)) return verzoek.NietGevonden();
        var mogelijk = bron.Mogelijk(verzoek);
        return verzoek.Toon<DelenScherm>(new Delenmodel(await bron.Mijn(verzoek), await mogelijk, bron.Naam, verzoek.Http.Request.Query["gebeurd"].ToString()));
    }

    private async Task<IResult> Vraag(Verzoek verzoek)
    {
        if (await Gekozen(verzoek) is not { } deelbaar) return verzoek.NietGevonden();
        var begin = new Formulier(new Dictionary<string, string>(StringComparer.Ordinal) { ["tot"] = $"{klok.Vandaag().AddYears(1):yyyy-MM-dd}" });
        return verzoek.Toon<GeefScherm>(new Geefmodel(deelbaar, bron.Naam(deelbaar.Ontvanger), begin));
    }

    private async Task<IResult> Geef(Verzoek verzoek)
    {
        if (await Gekozen(verzoek) is not { } deelbaar) return verzoek.NietGevonden();
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        var gegevens = deelbaar.Gegevens.Where((_, i) => formulier[$"gegeven-{i}"] == "ja").ToList();
        if (gegevens.Count == 0) formulier.Fout("gegeven-0", t["Kies wat u wilt delen.", "Choose what you want to share."]);
        var tot = formulier.Datum("tot", t["Vul in tot en met welke dag u dit wilt delen.", "Fill in until which day you want to share this."]);
        string? Woorden(string code) => code switch
        {
            "max_value" => t["Kies een dag binnen vijf jaar.", "Choose a day within five years."],
            "invalid" => t["Kies vandaag of een latere dag.", "Choose today or a later day."],
            _ => null,
        };
        var gedaan = await formulier.Probeer(Velden, "tot", Woorden, async () =>
        {
            await bron.Geef(verzoek, deelbaar, gegevens, tot!.Value);
            return $"{Pad}?gebeurd=gegeven";
        });
        return gedaan is null
            ? verzoek.Toon<GeefScherm>(new Geefmodel(deelbaar, bron.Naam(deelbaar.Ontvanger), formulier), StatusCodes.Status422UnprocessableEntity)
            : verzoek.GaNaar(gedaan);
    }

    private async Task<IResult> VraagIntrekking(Verzoek verzoek) =>
        await Eigen(verzoek) is { IsInTeTrekken: true } toestemming ? verzoek.Toon<IntrekScherm>(new Intrekmodel(toestemming, bron.Naam(toestemming.Ontvanger))) : verzoek.NietGevonden();

    private async Task<IResult> TrekIn(Verzoek verzoek)
    {
        if (await Eigen(verzoek) is not { } toestemming) return verzoek.NietGevonden();
        await bron.TrekIn(verzoek, toestemming.Id);
        return verzoek.GaNaar($"{Pad}?gebeurd=ingetrokken");
    }

    private async Task<Deelbaar?> Gekozen(Verzoek verzoek) =>
        Heeft(verzoek) ? (await bron.Mogelijk(verzoek)).FirstOrDefault(een => een.Pad == $"{Pad}/{verzoek.Route("code")}/{verzoek.Route("oin")}" && een.Gegevens.Count > 0) : null;

    private async Task<Toestemming?> Eigen(Verzoek verzoek) => Heeft(verzoek) ? (await bron.Mijn(verzoek)).FirstOrDefault(een => een.Id == Guid.Parse(verzoek.Route("id")!)) : null;

    private static bool Heeft(Verzoek verzoek) => verzoek.Organisatie.Diensten.Contains(Diensten.Toestemmingen);
}

/// <param name="Gebeurd">What was just done.</param>
internal sealed record Delenmodel(IReadOnlyList<Toestemming> Toestemmingen, IReadOnlyList<Deelbaar> Mogelijk, Func<string, string> Naam, string Gebeurd);

/// <param name="Ontvanger">Its name.</param>
internal sealed record Geefmodel(Deelbaar Deelbaar, string Ontvanger, Formulier Formulier);

internal sealed record Intrekmodel(Toestemming Toestemming, string Ontvanger);
