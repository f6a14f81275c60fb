using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Terugmelden;

/// <summary>The bronhouder looks into what was reported, and tells the reporter what came of it.</summary>
internal sealed class BehandelPaginas(Terugmeldbron bron, OrganisatieLijst organisaties)
{
    public const string Pad = "/werk/terugmeldingen";

    private static readonly string[] Keuzes = ["inOnderzoek", "gewijzigd", "nietGewijzigd"];
    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal) { ["status"] = "status", ["uitleg"] = "uitleg" };

    public static void Map(Paginabouwer paginas)
    {
        var werk = paginas.Van<BehandelPaginas>();
        werk.Get(Pad, Eis.Medewerker(Rechten.TerugmeldingenBehandelen), p => p.Lijst);
        werk.Get(Pad + "/{id:guid}", Eis.Medewerker(Rechten.TerugmeldingenBehandelen), p => v => p.Een(v, Formulier.Leeg, StatusCodes.Status200OK));
        werk.Post(Pad + "/{id:guid}", Eis.Medewerker(Rechten.TerugmeldingenBehandelen), p => p.Zet);
    }

    private async Task<IResult> Lijst(Verzoek verzoek) => verzoek.Toon<BehandelLijst>(new Behandellijstmodel(await bron.Open(verzoek), Naam, verzoek.Http.Request.Query["gebeurd"] == "gezet"));

    private async Task<IResult> Een(Verzoek verzoek, Formulier formulier, int status) =>
        await bron.Een(verzoek, Guid.Parse(verzoek.Route("id")!)) is { } een ? verzoek.Toon<BehandelScherm>(new Behandelmodel(een, Naam, formulier), status) : verzoek.NietGevonden();

    private async Task<IResult> Zet(Verzoek verzoek)
    {
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        var status = formulier.Keuze("status", Keuzes, t["Kies wat u met de melding doet.", "Choose what you do with the report."]);
        if (status is "gewijzigd" or "nietGewijzigd") formulier.Verplicht("uitleg", t["Vertel de melder wat u deed.", "Tell the reporter what you did."]);
        var gedaan = await formulier.Probeer(Velden, "status", _ => null, async () =>
        {
            await bron.ZetStatus(verzoek, Guid.Parse(verzoek.Route("id")!), status, formulier["uitleg"] is { Length: > 0 } uitleg ? uitleg : null);
            return $"{Pad}?gebeurd=gezet";
        });
        return gedaan is null ? await Een(verzoek, formulier, StatusCodes.Status422UnprocessableEntity) : verzoek.GaNaar(gedaan);
    }

    private string? Naam(string? oin) => oin is null ? null : organisaties.Alle.FirstOrDefault(organisatie => organisatie.Oin == oin)?.Naam ?? oin;
}

/// <param name="Naam">Of an organisation, where it is known here; null for the own one.</param>
/// <param name="Gezet">A status was set just now.</param>
internal sealed record Behandellijstmodel(IReadOnlyList<Terugmelding> Terugmeldingen, Func<string?, string?> Naam, bool Gezet);

internal sealed record Behandelmodel(Terugmelding Terugmelding, Func<string?, string?> Naam, Formulier Formulier);
