using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Beheer;

/// <summary>The catalogue for its administrator: which zaaktypen there are, in which versions, with which parts; and publishing a version.</summary>
internal sealed class CatalogusPaginas(Catalogusbron catalogus, Inrichtingsbron inrichting, TimeProvider klok)
{
    public static void Map(Paginabouwer paginas)
    {
        var beheer = paginas.Van<CatalogusPaginas>();
        beheer.Get("/werk/catalogus", Eis.Medewerker(Rechten.InrichtingInzien), p => p.Lijst);
        beheer.Get("/werk/catalogus/{id}", Eis.Medewerker(Rechten.InrichtingInzien), p => p.Versie);
        beheer.Post("/werk/catalogus/{id}", Eis.Medewerker(Rechten.InrichtingBeheren), p => p.Publiceer);
    }

    private async Task<IResult> Lijst(Verzoek verzoek)
    {
        var catalogi = catalogus.Alle<Catalogus>(verzoek, Doelen.Inrichten, "catalogussen");
        var versies = await catalogus.Alle<Zaaktype>(verzoek, Doelen.Inrichten, "zaaktypen?status=alles");
        return verzoek.Toon<CatalogusScherm>(new Catalogusmodel(await catalogi, versies, klok.Vandaag()));
    }

    private async Task<IResult> Versie(Verzoek verzoek) =>
        await Haal(verzoek) is { } versie ? verzoek.Toon<ZaaktypeScherm>(new Zaaktypemodel(versie, Formulier.Leeg, verzoek.Http.Request.Query["gebeurd"] == "gepubliceerd")) : verzoek.NietGevonden();

    private async Task<IResult> Publiceer(Verzoek verzoek)
    {
        if (await Haal(verzoek) is not { } versie) return verzoek.NietGevonden();
        var formulier = await Formulier.Lees(verzoek);
        if (formulier["zeker"] != "ja") formulier.Fout("zeker", verzoek.T["Vink aan dat het zaaktype klaar is.", "Tick that the case type is ready."]);
        if (formulier.IsGoed)
        {
            try
            {
                await inrichting.Publiceer(verzoek, Guid.Parse(verzoek.Route("id")!));
                return verzoek.GaNaar(versie.Pad + "?gebeurd=gepubliceerd");
            }
            catch (BronException fout) when (fout.Status is 400 or 403 or 409)
            {
                formulier.Neem(fout.Velden, fout.Detail, new Dictionary<string, string>(), "zeker");
            }
        }

        return verzoek.Toon<ZaaktypeScherm>(new Zaaktypemodel(versie, formulier, false), StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<Zaaktypeversie?> Haal(Verzoek verzoek) => Guid.TryParseExact(verzoek.Route("id"), "D", out var id) ? await inrichting.Zaaktype(verzoek, id) : null;
}

/// <param name="Versies">Of all zaaktypen, concepts too.</param>
internal sealed record Catalogusmodel(IReadOnlyList<Catalogus> Catalogi, IReadOnlyList<Zaaktype> Versies, DateOnly Vandaag);

internal sealed record Zaaktypemodel(Zaaktypeversie Versie, Formulier Formulier, bool Gepubliceerd);
