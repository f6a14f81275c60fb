using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Verhuurregels;

/// <summary>The areas that rules differ by: seen on a drawing, and added from a file.</summary>
internal sealed class GebiedPaginas(Regelbron regels)
{
    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal) { ["naam"] = "naam" };

    public static void Map(Paginabouwer paginas)
    {
        var beheer = paginas.Van<GebiedPaginas>();
        beheer.Get("/werk/verhuurregels/gebieden", Eis.Medewerker(Rechten.InrichtingInzien), p => p.Lijst);
        beheer.Post("/werk/verhuurregels/gebieden", Eis.Medewerker(Rechten.InrichtingBeheren), p => p.Voeg);
    }

    private Task<IResult> Lijst(Verzoek verzoek) => Toon(verzoek, Formulier.Leeg);

    private async Task<IResult> Voeg(Verzoek verzoek)
    {
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        var naam = formulier.Verplicht("naam", t["Vul in hoe het gebied heet.", "Fill in what the area is called."]);
        if (formulier.Bestand("bestand") is not { } bestand)
        {
            formulier.Fout("bestand", t["Kies een bestand.", "Choose a file."]);
            return await Toon(verzoek, formulier);
        }

        var gedaan = await formulier.Probeer(Velden, "bestand", _ => null, async () =>
        {
            await using var stroom = bestand.OpenReadStream();
            await regels.VoegGebied(verzoek, naam, stroom);
            return "toegevoegd";
        });
        return gedaan is null ? await Toon(verzoek, formulier) : verzoek.GaNaar("/werk/verhuurregels/gebieden?gebeurd=" + gedaan);
    }

    private async Task<IResult> Toon(Verzoek verzoek, Formulier formulier)
    {
        var vormen = new List<Gebiedsvorm>();
        foreach (var gebied in await regels.Gebieden(verzoek))
            if (await regels.Vorm(verzoek, gebied.Id) is { } vorm) vormen.Add(vorm);
        return verzoek.Toon<GebiedenScherm>(
            new Gebiedenmodel(vormen, formulier, verzoek.Http.Request.Query["gebeurd"] == "toegevoegd"), formulier.IsGoed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}

internal sealed record Gebiedenmodel(IReadOnlyList<Gebiedsvorm> Gebieden, Formulier Formulier, bool Toegevoegd);
