using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Interaction.Verhuur;
using Meent.Standards;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Vergunningen;

/// <summary>The host: whether a permit is needed, apply for one, follow it and give it up.</summary>
internal sealed class MijnVergunningPaginas(VerhuurPaginas registraties, Vergunningbron vergunningen, Regelbron regels, TimeProvider klok)
{
    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal) { ["van"] = "van", ["reden"] = "reden" };

    public static void Map(Paginabouwer paginas)
    {
        var pagina = paginas.Van<MijnVergunningPaginas>();
        pagina.Get("/mijn/verhuur/{nummer}/vergunning", Eis.Belanghebbende, p => p.Lees);
        pagina.Post("/mijn/verhuur/{nummer}/vergunning", Eis.Belanghebbende, p => p.VraagAan);
        pagina.Get("/mijn/verhuur/{nummer}/vergunning/{id:guid}/intrekken", Eis.Belanghebbende, p => p.VraagIntrekking);
        pagina.Post("/mijn/verhuur/{nummer}/vergunning/{id:guid}/intrekken", Eis.Belanghebbende, p => p.TrekIn);
    }

    private async Task<IResult> Lees(Verzoek verzoek) =>
        await registraties.Eigen(verzoek) is { } registratie ? await Toon(verzoek, registratie, Formulier.Leeg) : verzoek.NietGevonden();

    private async Task<IResult> VraagAan(Verzoek verzoek)
    {
        if (await registraties.Eigen(verzoek) is not { } registratie) return verzoek.NietGevonden();
        var formulier = await Formulier.Lees(verzoek);
        var van = formulier.Datum("van", verzoek.T["Vul in vanaf welke dag u de vergunning nodig hebt.", "Fill in from which day you need the permit."]);
        var gedaan = await formulier.Probeer(Velden, "van", code => Vergunningwoorden.Weigering(verzoek.T, code), async () =>
        {
            await vergunningen.VraagAan(verzoek, registratie.Registratienummer, van!.Value);
            return "aangevraagd";
        });
        return gedaan is null ? await Toon(verzoek, registratie, formulier) : verzoek.GaNaar($"{Pad(registratie)}?gebeurd={gedaan}");
    }

    private async Task<IResult> VraagIntrekking(Verzoek verzoek) =>
        await Vind(verzoek) is { Vergunning.Loopt: true } gevonden ? verzoek.Toon<OpgeefScherm>(gevonden) : verzoek.NietGevonden();

    private async Task<IResult> TrekIn(Verzoek verzoek)
    {
        if (await Vind(verzoek) is not { } gevonden) return verzoek.NietGevonden();
        var (registratie, vergunning) = gevonden;
        var formulier = await Formulier.Lees(verzoek);
        var gedaan = await formulier.Probeer(Velden, "van", code => Vergunningwoorden.Weigering(verzoek.T, code), async () =>
        {
            await vergunningen.TrekIn(verzoek, vergunning.Id, "Op verzoek van de verhuurder.");
            return "ingetrokken";
        });
        return gedaan is null ? await Toon(verzoek, registratie, formulier) : verzoek.GaNaar($"{Pad(registratie)}?gebeurd={gedaan}");
    }

    private async Task<IResult> Toon(Verzoek verzoek, Registratie registratie, Formulier formulier)
    {
        var toets = regels.Toets(verzoek, new { registratie.AdresseerbaarObjectIdentificatie, registratie.Deel, registratie.Gebruik });
        var blad = await vergunningen.Van(verzoek, registratie.Registratienummer);
        return verzoek.Toon<MijnVergunningScherm>(
            new MijnVergunningModel(registratie, blad.Results, await toets, klok.Vandaag(), verzoek.Http.Request.Query["gebeurd"].ToString(), formulier),
            formulier.IsGoed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>A permit of the visitor's own number; of another number it does not exist here.</summary>
    private async Task<OpgeefModel?> Vind(Verzoek verzoek)
    {
        if (await registraties.Eigen(verzoek) is not { } registratie || !Guid.TryParse(verzoek.Route("id"), out var id)) return null;
        return (await vergunningen.Van(verzoek, registratie.Registratienummer)).Results.FirstOrDefault(v => v.Id == id) is { } vergunning ? new OpgeefModel(registratie, vergunning) : null;
    }

    private static string Pad(Registratie registratie) => $"/mijn/verhuur/{registratie.Registratienummer}/vergunning";
}

/// <param name="Toets">What the rules ask today.</param>
internal sealed record MijnVergunningModel(Registratie Registratie, IReadOnlyList<Vergunning> Vergunningen, Regeltoets Toets, DateOnly Vandaag, string Gebeurd, Formulier Formulier)
{
    public string Pad => $"/mijn/verhuur/{Registratie.Registratienummer}";
}

internal sealed record OpgeefModel(Registratie Registratie, Vergunning Vergunning)
{
    public string Pad => $"/mijn/verhuur/{Registratie.Registratienummer}/vergunning";
}
