using System.Globalization;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Beheer;

/// <summary>Who is told of what, and whether it arrives; sending again what did not.</summary>
internal sealed class AbonnementPaginas(Inrichtingsbron inrichting, Bezorgbron bezorging)
{
    private const int Grootte = 50;

    public static readonly IReadOnlyList<string> Standen = ["opgegeven", "wachtend", "afgeleverd"];

    public static void Map(Paginabouwer paginas)
    {
        var beheer = paginas.Van<AbonnementPaginas>();
        beheer.Get("/werk/abonnementen", Eis.Medewerker(Rechten.InrichtingInzien), p => p.Lijst);
        beheer.Get("/werk/abonnementen/nieuw", Eis.Medewerker(Rechten.InrichtingBeheren), p => p.VraagNieuw);
        beheer.Post("/werk/abonnementen/nieuw", Eis.Medewerker(Rechten.InrichtingBeheren), p => p.Maak);
        beheer.Get("/werk/abonnementen/{id}/wijzigen", Eis.Medewerker(Rechten.InrichtingBeheren), p => p.VraagWijziging);
        beheer.Post("/werk/abonnementen/{id}/wijzigen", Eis.Medewerker(Rechten.InrichtingBeheren), p => p.Wijzig);
        beheer.Get("/werk/abonnementen/{id}", Eis.Medewerker(Rechten.InrichtingInzien), p => p.Vraag);
        beheer.Post("/werk/abonnementen/{id}", Eis.Medewerker(Rechten.InrichtingBeheren), p => p.Voer);
        beheer.Get("/werk/bezorging", Eis.Medewerker(Rechten.InrichtingInzien), p => p.Afleveringen);
        beheer.Post("/werk/bezorging/{nummer}", Eis.Medewerker(Rechten.InrichtingBeheren), p => p.Opnieuw);
    }

    private async Task<IResult> Lijst(Verzoek verzoek)
    {
        var standen = bezorging.Standen(verzoek);
        var abonnementen = await inrichting.Abonnementen(verzoek);
        return verzoek.Toon<AbonnementenScherm>(new Abonnementenmodel(
            abonnementen, (await standen).ToDictionary(s => s.Abonnement, StringComparer.Ordinal), verzoek.Http.Request.Query["gebeurd"].ToString()));
    }

    private async Task<IResult> VraagNieuw(Verzoek verzoek) => verzoek.Toon<AbonnementVraag>(new Abonnementvorm(null, await inrichting.Kanalen(verzoek), Formulier.Leeg));

    private async Task<IResult> Maak(Verzoek verzoek)
    {
        var vorm = new Abonnementvorm(null, await inrichting.Kanalen(verzoek), await Formulier.Lees(verzoek));
        var (callbackUrl, auth, kanalen) = vorm.Lees(verzoek.T);
        return await Bewaar(verzoek, vorm, "gemaakt", () => inrichting.MaakAbonnement(verzoek, new { callbackUrl, auth, kanalen }));
    }

    private async Task<IResult> VraagWijziging(Verzoek verzoek) => await Een(verzoek) is { Abonnement: var abonnement }
        ? verzoek.Toon<AbonnementVraag>(new Abonnementvorm(abonnement, await inrichting.Kanalen(verzoek), Abonnementvorm.Begin(abonnement)))
        : verzoek.NietGevonden();

    private async Task<IResult> Wijzig(Verzoek verzoek)
    {
        if (await Een(verzoek) is not { Abonnement: var abonnement }) return verzoek.NietGevonden();
        var vorm = new Abonnementvorm(abonnement, await inrichting.Kanalen(verzoek), await Formulier.Lees(verzoek));
        var (callbackUrl, auth, kanalen) = vorm.Lees(verzoek.T);
        // Without a new Authorization the old one stays: it is shown to nobody.
        object wijziging = auth.Length == 0 ? new { callbackUrl, kanalen } : new { callbackUrl, auth, kanalen };
        return await Bewaar(verzoek, vorm, "gewijzigd", () => inrichting.WijzigAbonnement(verzoek, Guid.Parse(abonnement.Url.LaatsteDeel()), wijziging));
    }

    private static async Task<IResult> Bewaar(Verzoek verzoek, Abonnementvorm vorm, string gebeurd, Func<Task> bewaar)
    {
        var gedaan = await vorm.Formulier.Probeer(Abonnementvorm.Velden, "callbackUrl", Weigering.Woorden(verzoek.T), async () =>
        {
            await bewaar();
            return $"/werk/abonnementen?gebeurd={gebeurd}";
        });
        return gedaan is null ? verzoek.Toon<AbonnementVraag>(vorm, StatusCodes.Status422UnprocessableEntity) : verzoek.GaNaar(gedaan);
    }

    private async Task<IResult> Vraag(Verzoek verzoek) => await Een(verzoek) is { } abonnement ? verzoek.Toon<AbonnementScherm>(abonnement) : verzoek.NietGevonden();

    /// <summary>Ends a subscription, or sends again all that was given up.</summary>
    private async Task<IResult> Voer(Verzoek verzoek)
    {
        if (await Een(verzoek) is not { } abonnement) return verzoek.NietGevonden();
        var id = Guid.Parse(abonnement.Abonnement.Url.LaatsteDeel());
        var formulier = await Formulier.Lees(verzoek);
        if (formulier["doe"] == "opnieuw")
        {
            await bezorging.AllesOpnieuw(verzoek, id);
            return verzoek.GaNaar("/werk/abonnementen?gebeurd=opnieuw");
        }

        if (formulier["zeker"] != "ja")
        {
            formulier.Fout("zeker", verzoek.T["Vink aan dat u het zeker weet.", "Tick that you are sure."]);
            return verzoek.Toon<AbonnementScherm>(abonnement with { Formulier = formulier }, StatusCodes.Status422UnprocessableEntity);
        }

        await inrichting.NeemAbonnement(verzoek, id);
        return verzoek.GaNaar("/werk/abonnementen?gebeurd=beeindigd");
    }

    private async Task<IResult> Afleveringen(Verzoek verzoek)
    {
        var query = verzoek.Http.Request.Query;
        var stand = Standen.Contains(query["stand"].ToString()) ? query["stand"].ToString() : "";
        var pagina = int.TryParse(query["blad"], NumberStyles.None, CultureInfo.InvariantCulture, out var nummer) && nummer > 0 ? nummer : 1;
        var abonnementen = inrichting.Abonnementen(verzoek);
        var blad = await bezorging.Afleveringen(verzoek, stand, pagina, Grootte);
        var namen = (await abonnementen).ToDictionary(a => a.Url.LaatsteDeel(), a => a.CallbackUrl, StringComparer.Ordinal);
        return verzoek.Toon<BezorgingScherm>(new Bezorgmodel(blad.Results, blad.Count, namen, stand, pagina, blad.Count > (long)pagina * Grootte, query["gebeurd"].ToString()));
    }

    private async Task<IResult> Opnieuw(Verzoek verzoek)
    {
        if (!long.TryParse(verzoek.Route("nummer"), NumberStyles.None, CultureInfo.InvariantCulture, out var nummer)) return verzoek.NietGevonden();
        try
        {
            await bezorging.Opnieuw(verzoek, nummer);
        }
        catch (BronException fout) when (fout.Status == StatusCodes.Status404NotFound)
        {
            return verzoek.NietGevonden();
        }

        return verzoek.GaNaar("/werk/bezorging?gebeurd=opnieuw");
    }

    private async Task<Abonnementmodel?> Een(Verzoek verzoek) =>
        (await inrichting.Abonnementen(verzoek)).FirstOrDefault(a => a.Url.LaatsteDeel() == verzoek.Route("id")) is { } abonnement
            ? new Abonnementmodel(abonnement, (await bezorging.Standen(verzoek)).FirstOrDefault(s => s.Abonnement == abonnement.Url)) : null;
}

/// <param name="Standen">By the URL of the subscription.</param>
internal sealed record Abonnementenmodel(IReadOnlyList<Abonnement> Abonnementen, IReadOnlyDictionary<string, Bezorgstand> Standen, string Gebeurd);

internal sealed record Abonnementmodel(Abonnement Abonnement, Bezorgstand? Stand)
{
    public Formulier Formulier { get; init; } = Formulier.Leeg;
}

/// <param name="Namen">Addresses of the subscribers, by the id of their subscription.</param>
internal sealed record Bezorgmodel(
    IReadOnlyList<Aflevering> Afleveringen, long Aantal, IReadOnlyDictionary<string, string> Namen, string Stand, int Bladzijde, bool HeeftMeer, string Gebeurd);
