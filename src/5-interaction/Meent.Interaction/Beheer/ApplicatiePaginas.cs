using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Beheer;

/// <summary>Which programs may use the APIs, and for what; giving one a right to a type or catalogue, and taking it.</summary>
internal sealed class ApplicatiePaginas(Inrichtingsbron inrichting, Catalogusbron catalogus)
{
    private static readonly string[] Scopes =
        ["zaken.lezen", "zaken.aanmaken", "zaken.bijwerken", "zaken.statussen.toevoegen", "zaken.verwijderen", "zaken.heropenen", "zaken.geforceerd-bijwerken", "audittrails.lezen"];

    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal) { ["type"] = "zaaktype", ["maxVertrouwelijkheidaanduiding"] = "niveau" };

    public static void Map(Paginabouwer paginas)
    {
        var beheer = paginas.Van<ApplicatiePaginas>();
        beheer.Get("/werk/applicaties", Eis.Medewerker(Rechten.InrichtingInzien), p => p.Lijst);
        beheer.Get("/werk/applicaties/{id}", Eis.Medewerker(Rechten.InrichtingInzien), p => p.Een);
        beheer.Post("/werk/applicaties/{id}", Eis.Medewerker(Rechten.InrichtingBeheren), p => p.Geef);
        beheer.Post("/werk/applicaties/{id}/rechten/{recht}", Eis.Medewerker(Rechten.InrichtingBeheren), p => p.Neem);
    }

    private async Task<IResult> Lijst(Verzoek verzoek) => verzoek.Toon<ApplicatiesScherm>(new Applicatiesmodel(await inrichting.Applicaties(verzoek), await inrichting.Rechten(verzoek)));

    private async Task<IResult> Een(Verzoek verzoek) => await Model(verzoek, Formulier.Leeg) is { } model ? verzoek.Toon<ApplicatieScherm>(model) : verzoek.NietGevonden();

    private async Task<IResult> Geef(Verzoek verzoek)
    {
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        if (await Model(verzoek, formulier) is not { } model) return verzoek.NietGevonden();
        formulier.Keuze("zaaktype", ["*", .. model.Zaaktypen.Select(z => z.Identificatie)], t["Kies een zaaktype.", "Choose a case type."]);
        formulier.Keuze("niveau", Zaakzicht.Niveaus, t["Kies tot welk niveau.", "Choose up to which level."]);
        var scopes = Scopes.Where(scope => formulier[scope] == "ja").ToList();
        if (scopes.Count == 0) formulier.Fout(Scopes[0], t["Kies wat het programma mag.", "Choose what the program may do."]);
        if (formulier.IsGoed)
        {
            try
            {
                await inrichting.VoegRecht(verzoek, new
                {
                    applicatie = model.Applicatie.Url,
                    component = "zrc",
                    scopes,
                    type = formulier["zaaktype"] == "*" ? "" : formulier["zaaktype"],
                    maxVertrouwelijkheidaanduiding = formulier["niveau"],
                });
                return verzoek.GaNaar($"/werk/applicaties/{verzoek.Route("id")}?gebeurd=gegeven");
            }
            catch (BronException fout) when (fout.Status is 400 or 403 or 409)
            {
                formulier.Neem(fout.Velden, fout.Detail, Velden, "zaaktype");
            }
        }

        return verzoek.Toon<ApplicatieScherm>(model, StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IResult> Neem(Verzoek verzoek)
    {
        if (!Guid.TryParseExact(verzoek.Route("recht"), "D", out var recht) || await Model(verzoek, Formulier.Leeg) is not { } model
            || model.Rechten.All(r => r.Url.LaatsteDeel() != $"{recht}")) return verzoek.NietGevonden();
        await inrichting.NeemRecht(verzoek, recht);
        return verzoek.GaNaar($"/werk/applicaties/{verzoek.Route("id")}?gebeurd=genomen");
    }

    private async Task<Applicatiemodel?> Model(Verzoek verzoek, Formulier formulier)
    {
        if ((await inrichting.Applicaties(verzoek)).FirstOrDefault(a => a.Url.LaatsteDeel() == verzoek.Route("id")) is not { } applicatie) return null;
        var rechten = (await inrichting.Rechten(verzoek)).Where(r => r.Applicatie == applicatie.Url).ToList();
        var zaaktypen = await catalogus.Zaaktypen(verzoek, Doelen.Inrichten);
        return new Applicatiemodel(applicatie, rechten, zaaktypen.Soorten, zaaktypen.Versies, Scopes, formulier, verzoek.Http.Request.Query["gebeurd"].ToString());
    }
}

internal sealed record Applicatiesmodel(IReadOnlyList<Applicatie> Applicaties, IReadOnlyList<Typerecht> Rechten);

/// <param name="Rechten">Of this program.</param>
internal sealed record Applicatiemodel(
    Applicatie Applicatie, IReadOnlyList<Typerecht> Rechten, IReadOnlyList<Zaaktype> Zaaktypen, IReadOnlyList<Zaaktype> Versies, IReadOnlyList<string> Scopes, Formulier Formulier, string Gebeurd);
