using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Taal;
using Meent.Interaction.Toegang;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Vernietiging;

/// <summary>From a concept to what is carried out: each step by whoever has the right to it, and four eyes by the API.</summary>
internal sealed class Vernietigingsstappen(Vernietigingsbron bron, VernietigingPaginas lijsten, TimeProvider klok)
{
    public const string Indienen = "indienen";
    public const string Beoordelen = "beoordelen";
    public const string Vaststellen = "vaststellen";
    public const string Uitvoeren = "uitvoeren";
    public const string Verwijderen = "verwijderen";

    /// <summary>A browser does not wait for thousands of zaken; carrying out goes on without it.</summary>
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(5);

    public static void Map(Paginabouwer paginas)
    {
        var stappen = paginas.Van<Vernietigingsstappen>();
        stappen.Post($"/werk/vernietiging/{{id}}/{Indienen}", Eis.Medewerker(Rechten.VernietigingOpstellen), p => p.DienIn);
        stappen.Post($"/werk/vernietiging/{{id}}/{Beoordelen}", Eis.Medewerker(Rechten.VernietigingBeoordelen), p => v => p.Oordeel(v, Beoordelen));
        stappen.Post($"/werk/vernietiging/{{id}}/{Vaststellen}", Eis.Medewerker(Rechten.VernietigingVaststellen), p => v => p.Oordeel(v, Vaststellen));
        stappen.Post($"/werk/vernietiging/{{id}}/{Uitvoeren}", Eis.Medewerker(Rechten.VernietigingOpstellen), p => p.Voer);
        stappen.Post($"/werk/vernietiging/{{id}}/{Verwijderen}", Eis.Medewerker(Rechten.VernietigingOpstellen), p => p.Verwijder);
    }

    /// <summary>Where a list has to be for a step.</summary>
    public static string Hoort(string stap) => stap switch
    {
        Beoordelen => "ter_beoordeling",
        Vaststellen => "ter_vaststelling",
        Uitvoeren => "vastgesteld",
        _ => "concept",
    };

    private Task<IResult> DienIn(Verzoek verzoek) => Zet(verzoek, Indienen, static (_, _) => { }, async (id, _) =>
    {
        await bron.Zet(verzoek, id, Indienen, null, verzoek.Stop);
        return $"/werk/vernietiging/{id}?gebeurd=ingediend";
    });

    private Task<IResult> Oordeel(Verzoek verzoek, string stap) => Zet(verzoek, stap, static (formulier, t) =>
    {
        if (formulier.Keuze("akkoord", ["ja", "nee"], t["Kies of u akkoord gaat.", "Choose whether you agree."]) == "nee")
            formulier.Verplicht("toelichting", t["Schrijf op waarom u de lijst terugstuurt.", "Write down why you send the list back."]);
    }, async (id, formulier) =>
    {
        var akkoord = formulier["akkoord"] == "ja";
        await bron.Zet(verzoek, id, stap, new { akkoord, toelichting = formulier["toelichting"] }, verzoek.Stop);
        return $"/werk/vernietiging/{id}?gebeurd={(akkoord ? stap : "terug")}";
    });

    private Task<IResult> Voer(Verzoek verzoek) => Zet(verzoek, Uitvoeren, static (formulier, t) =>
    {
        if (formulier["zeker"] != "ja") formulier.Fout("zeker", t["Vink aan dat u het zeker weet.", "Tick that you are sure."]);
    }, async (id, _) =>
    {
        using var klaar = new CancellationTokenSource(Geduld, klok);
        using var einde = CancellationTokenSource.CreateLinkedTokenSource(verzoek.Stop, klaar.Token);
        try
        {
            await bron.Zet(verzoek, id, Uitvoeren, null, einde.Token);
            return $"/werk/vernietiging/{id}?gebeurd=uitgevoerd";
        }
        catch (OperationCanceledException) when (!verzoek.Stop.IsCancellationRequested)
        {
            return $"/werk/vernietiging/{id}?gebeurd=bezig";
        }
    });

    private Task<IResult> Verwijder(Verzoek verzoek) => Zet(verzoek, Verwijderen, static (formulier, t) =>
    {
        if (formulier["weg"] != "ja") formulier.Fout("weg", t["Vink aan dat u het zeker weet.", "Tick that you are sure."]);
    }, async (id, _) =>
    {
        await bron.Verwijder(verzoek, id);
        return "/werk/vernietiging?gebeurd=weg";
    });

    /// <summary>Takes the step, or shows the list as it is then with what stood in the way.</summary>
    private async Task<IResult> Zet(Verzoek verzoek, string stap, Action<Formulier, Tekst> controleer, Func<Guid, Formulier, Task<string>> doe)
    {
        if (!Guid.TryParseExact(verzoek.Route("id"), "D", out var id)) return verzoek.NietGevonden();
        var formulier = await Formulier.Lees(verzoek);
        controleer(formulier, verzoek.T);
        if (await formulier.Probeer(Vernietigingswoorden.Velden, "kop-stap", Vernietigingswoorden.Woorden(verzoek.T), () => doe(id, formulier)) is { } verder) return verzoek.GaNaar(verder);
        return await lijsten.Model(verzoek, stap, formulier) is { } model ? verzoek.Toon<LijstScherm>(model, StatusCodes.Status422UnprocessableEntity) : verzoek.NietGevonden();
    }
}
