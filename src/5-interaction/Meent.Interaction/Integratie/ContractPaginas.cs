using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Integratie;

/// <summary>Contracts with other organisations: which there are, what one means and where it stands, signing and ending it.</summary>
internal sealed class ContractPaginas(Integratiebron bron)
{
    private const int Grootte = 25;

    public static void Map(Paginabouwer paginas)
    {
        var werk = paginas.Van<ContractPaginas>();
        werk.Get("/werk/integratie/contracten", Eis.Medewerker(Rechten.IntegratieInzien), p => p.Lijst);
        werk.Get("/werk/integratie/contracten/{hash}", Eis.Medewerker(Rechten.IntegratieInzien), p => p.Een);
        werk.Post("/werk/integratie/contracten/{hash}/bezorgen", Eis.Medewerker(Rechten.IntegratieBeheren), p => p.Bezorg);
        foreach (var stap in Integratiewoorden.Stappen.Keys)
        {
            werk.Get($"/werk/integratie/contracten/{{hash}}/{stap}", Eis.Medewerker(Rechten.IntegratieBeheren), p => v => p.TekenVraag(v, stap, Formulier.Leeg));
            werk.Post($"/werk/integratie/contracten/{{hash}}/{stap}", Eis.Medewerker(Rechten.IntegratieBeheren), p => v => p.Teken(v, stap));
        }
    }

    private async Task<IResult> Lijst(Verzoek verzoek)
    {
        var vraag = Vraag.Van(verzoek, "staat", "soort", "deelnemer", "dienst");
        var namen = bron.Namen(verzoek);
        var blad = await bron.Contracten(verzoek, vraag.Query(
            Grootte, ("state", Bekend(Integratiewoorden.Staten, vraag["staat"])), ("grant_type", Bekend(Integratiewoorden.Soorten, vraag["soort"])),
            ("peer_id", vraag["deelnemer"]), ("service_name", vraag["dienst"])));
        return verzoek.Toon<ContractenScherm>(new Contractenmodel(vraag, blad, await namen));
    }

    private async Task<IResult> Een(Verzoek verzoek) => await Model(verzoek, "", Formulier.Leeg) is { } model ? verzoek.Toon<ContractScherm>(model) : verzoek.NietGevonden();

    private async Task<IResult> TekenVraag(Verzoek verzoek, string stap, Formulier formulier) => await Model(verzoek, stap, formulier) is { } model
        ? verzoek.Toon<TekenScherm>(model, formulier.IsGoed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
        : verzoek.NietGevonden();

    private async Task<IResult> Teken(Verzoek verzoek, string stap)
    {
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        var reden = formulier.Verplicht("reden", t["Schrijf op waarom u dit doet.", "Write down why you do this."]);
        if (formulier["zeker"] != "ja") formulier.Fout("zeker", t["Vink aan dat u het zeker weet.", "Tick that you are sure."]);
        var hash = verzoek.Route("hash")!;
        var gedaan = await formulier.Probeer(new Dictionary<string, string>(), "zeker", Integratiewoorden.Weigering(t), async () =>
        {
            await bron.Teken(verzoek, hash, Integratiewoorden.Stappen[stap], reden);
            return $"/werk/integratie/contracten/{Uri.EscapeDataString(hash)}?gebeurd={stap}";
        });
        return gedaan is null ? await TekenVraag(verzoek, stap, formulier) : verzoek.GaNaar(gedaan);
    }

    private async Task<IResult> Bezorg(Verzoek verzoek)
    {
        var formulier = await Formulier.Lees(verzoek);
        if (await bron.Contract(verzoek, verzoek.Route("hash")!) is not { } contract || !contract.Parties.Contains(formulier["peer"])) return verzoek.NietGevonden();
        await bron.Bezorg(verzoek, contract.ContentHash, formulier["peer"]);
        return verzoek.GaNaar($"{contract.Pad}?gebeurd=bezorgen");
    }

    private async Task<Contractmodel?> Model(Verzoek verzoek, string stap, Formulier formulier)
    {
        var hash = verzoek.Route("hash")!;
        var namen = bron.Namen(verzoek);
        return await bron.Contract(verzoek, hash) is { } contract
            ? new Contractmodel(contract, stap, formulier, await namen, verzoek.Http.Request.Query["gebeurd"].ToString())
            : null;
    }

    private static string? Bekend(IReadOnlyList<string> waarden, string gekozen) => waarden.Contains(gekozen) ? gekozen : null;
}

internal sealed record Contractenmodel(Vraag Vraag, Contractlijst Blad, IReadOnlyDictionary<string, string> Namen);

/// <param name="Stap">What is about to be done with it; empty when it is only looked at.</param>
internal sealed record Contractmodel(Fsccontract Contract, string Stap, Formulier Formulier, IReadOnlyDictionary<string, string> Namen, string Gebeurd);
