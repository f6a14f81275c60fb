using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Verwerkingen;

/// <summary>The register of processing activities for who keeps it (the privacy officer) and who watches over it (the FG).</summary>
internal sealed class VerwerkingPaginas(Registerbron register, TimeProvider klok)
{
    private const string Pad = "/werk/verwerkingen";

    public static void Map(Paginabouwer paginas)
    {
        var (inzien, beheren) = (Eis.Medewerker(Rechten.RegisterInzien), Eis.Medewerker(Rechten.RegisterBeheren));
        var werk = paginas.Van<VerwerkingPaginas>();
        werk.Get(Pad, inzien, p => p.Lijst);
        werk.Get(Pad + "/nieuw", beheren, p => p.VraagNieuw);
        werk.Post(Pad + "/nieuw", beheren, p => p.Maak);
        werk.Get(Pad + "/inlezen", beheren, p => v => Task.FromResult(v.Toon<InleesScherm>(new Inleesmodel(Formulier.Leeg, []))));
        werk.PostBestand(Pad + "/inlezen", beheren, p => p.LeesIn);
        werk.Get(Pad + "/register.{vorm}", inzien, p => p.Bestand);
        werk.Get(Pad + "/{code}", inzien, p => p.Een);
        werk.Get(Pad + "/{code}/wijzigen", beheren, p => p.VraagWijziging);
        werk.Post(Pad + "/{code}/wijzigen", beheren, p => p.Wijzig);
        werk.Get(Pad + "/{code}/einde", beheren, p => p.VraagEinde);
        werk.Post(Pad + "/{code}/einde", beheren, p => p.Beeindig);
        werk.Post(Pad + "/{code}/opheffing", beheren, p => p.HefOp);
    }

    private async Task<IResult> Lijst(Verzoek verzoek)
    {
        var vraag = Vraag.Van(verzoek, "zoek");
        return verzoek.Toon<VerwerkingenScherm>(new Verwerkingenmodel(vraag, await register.Alle(verzoek, vraag["zoek"]), klok.GetUtcNow(), Gebeurd(verzoek), verzoek.Http.Request.Query["aantallen"].ToString()));
    }

    private async Task<IResult> Een(Verzoek verzoek) => await Haal(verzoek) is { } bekend ? Toon(verzoek, bekend, Formulier.Leeg) : verzoek.NietGevonden();

    private async Task<IResult> VraagNieuw(Verzoek verzoek) => verzoek.Toon<VerwerkingVraag>(new Activiteitvorm(null, await register.Alle(verzoek, ""), Activiteitvorm.Begin(null)));

    private async Task<IResult> Maak(Verzoek verzoek)
    {
        var vorm = new Activiteitvorm(null, await register.Alle(verzoek, ""), await Formulier.Lees(verzoek));
        return await Bewaar(verzoek, vorm, vorm.Formulier["code"], "gemaakt", invoer => register.Maak(verzoek, invoer, vorm.Formulier["reden"]));
    }

    /// <summary>With other data filled in when another page proposes that.</summary>
    private async Task<IResult> VraagWijziging(Verzoek verzoek) => await Haal(verzoek) is { } bekend
        ? verzoek.Toon<VerwerkingVraag>(new Activiteitvorm(bekend, await register.Alle(verzoek, ""), Activiteitvorm.Begin(bekend, verzoek.Http.Request.Query["gegevens"])))
        : verzoek.NietGevonden();

    private async Task<IResult> Wijzig(Verzoek verzoek)
    {
        if (await Haal(verzoek) is not { } bekend) return verzoek.NietGevonden();
        var vorm = new Activiteitvorm(bekend, await register.Alle(verzoek, ""), await Formulier.Lees(verzoek));
        return await Bewaar(verzoek, vorm, bekend.Nu.Code, "gewijzigd", invoer => register.Wijzig(verzoek, bekend.Nu.Id, vorm.Formulier["stand"], invoer, vorm.Formulier["reden"]));
    }

    private static async Task<IResult> Bewaar(Verzoek verzoek, Activiteitvorm vorm, string code, string gebeurd, Func<object, Task> bewaar)
    {
        var invoer = vorm.Lees(verzoek.T);
        var gedaan = await Probeer(verzoek, vorm.Formulier, "naam", async () =>
        {
            await bewaar(invoer);
            return $"{Pad}/{code}?gebeurd={gebeurd}";
        });
        return gedaan is null ? verzoek.Toon<VerwerkingVraag>(vorm, StatusCodes.Status422UnprocessableEntity) : verzoek.GaNaar(gedaan);
    }

    private async Task<IResult> VraagEinde(Verzoek verzoek) => await Haal(verzoek) is { } bekend && bekend.Nu.GeldtOp(klok.GetUtcNow())
        ? verzoek.Toon<EindeScherm>(new Verwerkingmodel(bekend, klok.GetUtcNow(), "") { Formulier = Activiteitvorm.Begin(bekend) })
        : verzoek.NietGevonden();

    private async Task<IResult> Beeindig(Verzoek verzoek)
    {
        if (await Haal(verzoek) is not { } bekend) return verzoek.NietGevonden();
        var (formulier, nu) = (await Formulier.Lees(verzoek), klok.GetUtcNow());
        var wanneer = formulier.Keuze("wanneer", ["nu", "dag"], verzoek.T["Kies wanneer de activiteit eindigt.", "Choose when the activity ends."]);
        var dag = wanneer == "dag" ? formulier.Datum("dag", verzoek.T["Vul de laatste dag in.", "Fill in the last day."]) : null;
        Activiteitvorm.Reden(formulier, verzoek.T);
        var gedaan = await Probeer(verzoek, formulier, wanneer == "dag" ? "dag" : "wanneer", async () =>
        {
            // The version that holds gets an end: what it says stays as it is.
            await register.Wijzig(verzoek, bekend.Nu.Id, formulier["stand"], new
            {
                beginGeldigheid = bekend.Nu.BeginGeldigheid,
                eindeGeldigheid = dag?.AddDays(1).BeginVanDag() ?? nu,
                activiteit = Registerveld.Alle.Select(veld => (veld.Naam, Waarde: veld.Waarde(bekend.Nu[veld.Naam]))).Where(veld => veld.Waarde is not null).ToDictionary(veld => veld.Naam, veld => veld.Waarde, StringComparer.Ordinal),
            }, formulier["reden"]);
            return $"{Pad}/{bekend.Nu.Code}?gebeurd=beeindigd";
        });
        return gedaan is null
            ? verzoek.Toon<EindeScherm>(new Verwerkingmodel(bekend, nu, "") { Formulier = formulier }, StatusCodes.Status422UnprocessableEntity)
            : verzoek.GaNaar(gedaan);
    }

    private async Task<IResult> HefOp(Verzoek verzoek)
    {
        if (await Haal(verzoek) is not { } bekend) return verzoek.NietGevonden();
        var formulier = await Formulier.Lees(verzoek);
        Activiteitvorm.Reden(formulier, verzoek.T);
        var gedaan = await Probeer(verzoek, formulier, "reden", async () =>
        {
            await register.HefOp(verzoek, bekend.Nu.Id, formulier["reden"]);
            return $"{Pad}/{bekend.Nu.Code}?gebeurd=opgeheven";
        });
        return gedaan is null ? Toon(verzoek, bekend, formulier, StatusCodes.Status422UnprocessableEntity) : verzoek.GaNaar(gedaan);
    }

    private async Task<IResult> LeesIn(Verzoek verzoek)
    {
        var formulier = await Formulier.Lees(verzoek);
        var bestand = formulier.Bestand("bestand");
        if (bestand is null) formulier.Fout("bestand", verzoek.T["Kies een bestand.", "Choose a file."]);
        Activiteitvorm.Reden(formulier, verzoek.T);
        IReadOnlyList<OngeldigVeld> rijen = [];
        if (formulier.IsGoed)
        {
            try
            {
                await using var stroom = bestand!.OpenReadStream();
                var gelezen = await register.LeesIn(verzoek, stroom, bestand.FileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase), formulier["reden"]);
                return verzoek.GaNaar($"{Pad}?gebeurd=ingelezen&aantallen={gelezen.Opgenomen}-{gelezen.Gewijzigd}-{gelezen.Ongewijzigd}");
            }
            catch (BronException fout) when (fout.Status is 400 or 409 or 413)
            {
                rijen = fout.Velden;
                formulier.Fout("bestand", rijen.Count == 0 ? fout.Detail : verzoek.T["Het bestand klopt niet. Er is niets ingelezen.", "The file is not right. Nothing was read in."]);
            }
        }

        return verzoek.Toon<InleesScherm>(new Inleesmodel(formulier, rijen), StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IResult> Bestand(Verzoek verzoek)
    {
        if (verzoek.Route("vorm") is not ("csv" or "json")) return verzoek.NietGevonden();
        var vorm = verzoek.Route("vorm")!;
        return Results.File(await register.Bestand(verzoek, vorm), vorm == "csv" ? "text/csv; charset=utf-8" : "application/json", $"verwerkingsregister-{verzoek.Organisatie.Slug}.{vorm}");
    }

    private Task<Registergeschiedenis?> Haal(Verzoek verzoek) => register.Een(verzoek, verzoek.Route("code")!);

    private IResult Toon(Verzoek verzoek, Registergeschiedenis bekend, Formulier formulier, int status = StatusCodes.Status200OK) =>
        verzoek.Toon<VerwerkingScherm>(new Verwerkingmodel(bekend, klok.GetUtcNow(), Gebeurd(verzoek)) { Formulier = formulier }, status);

    /// <summary>A fault in one of several of a field stands with the field.</summary>
    private static Task<string?> Probeer(Verzoek verzoek, Formulier formulier, string anders, Func<Task<string>> doe) => formulier.Probeer(Activiteitvorm.Velden, anders, Registerwoorden.Weigering(verzoek.T), async () =>
    {
        try
        {
            return await doe();
        }
        catch (BronException fout) when (fout.Velden.Any(veld => veld.Name.Contains('[', StringComparison.Ordinal)))
        {
            throw new BronException(fout.Dienst, fout.Status, fout.Code, fout.Detail, [.. fout.Velden.Select(veld => veld with { Name = veld.Name.Split('[')[0] })]);
        }
    });

    private static string Gebeurd(Verzoek verzoek) => verzoek.Http.Request.Query["gebeurd"].ToString();
}

/// <param name="Aantallen">Of what was read in: added, changed, unchanged.</param>
internal sealed record Verwerkingenmodel(Vraag Vraag, IReadOnlyList<Registerversie> Activiteiten, DateTimeOffset Nu, string Gebeurd, string Aantallen);

internal sealed record Verwerkingmodel(Registergeschiedenis Bekend, DateTimeOffset Nu, string Gebeurd)
{
    public Formulier Formulier { get; init; } = Formulier.Leeg;
}

/// <param name="Rijen">What is wrong with the file, each with its place.</param>
internal sealed record Inleesmodel(Formulier Formulier, IReadOnlyList<OngeldigVeld> Rijen);
