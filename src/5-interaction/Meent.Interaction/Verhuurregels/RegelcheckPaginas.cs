using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Verhuurregels;

/// <summary>What the rules ask at an address, for anybody, before they log in or apply.</summary>
internal sealed class RegelcheckPaginas(Regelbron regels, Adressenbron adressen, TimeProvider klok)
{
    private static readonly string[] Delen = ["", "geheel", "gedeelte"];
    private static readonly string[] Gebruiken = ["", "hoofdverblijf", "tweedeWoning", "anders"];

    public static void Map(Paginabouwer paginas)
    {
        var pagina = paginas.Van<RegelcheckPaginas>();
        pagina.Get("/verhuurregels", Eis.Openbaar, p => p.Toon);
        pagina.Post("/verhuurregels", Eis.Openbaar, p => p.Controleer);
    }

    private async Task<IResult> Toon(Verzoek verzoek) =>
        verzoek.Organisatie.IsGemeente ? verzoek.Toon<RegelcheckScherm>(await Model(verzoek, Formulier.Leeg, [])) : verzoek.NietGevonden();

    private async Task<IResult> Controleer(Verzoek verzoek)
    {
        if (!verzoek.Organisatie.IsGemeente) return verzoek.NietGevonden();
        var formulier = await Formulier.Lees(verzoek);
        var gevonden = await Adresvraag.Zoek(verzoek, adressen, formulier);
        var deel = formulier.Keuze("deel", Delen, "");
        var gebruik = formulier.Keuze("gebruik", Gebruiken, "");
        var uitkomsten = new List<Regeluitkomst>();
        if (formulier.IsGoed)
        {
            foreach (var adres in gevonden)
            {
                uitkomsten.Add(new Regeluitkomst(adres, await regels.Toets(verzoek, new
                {
                    adres.AdresseerbaarObjectIdentificatie,
                    deel = deel.Length == 0 ? null : deel,
                    gebruik = gebruik.Length == 0 ? null : gebruik,
                })));
            }
        }

        return verzoek.Toon<RegelcheckScherm>(await Model(verzoek, formulier, uitkomsten), formulier.IsGoed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<Regelcheckmodel> Model(Verzoek verzoek, Formulier formulier, IReadOnlyList<Regeluitkomst> uitkomsten)
    {
        var vandaag = klok.Vandaag();
        return new(formulier, uitkomsten, (await regels.Versies(verzoek)).FirstOrDefault(versie => versie.GeldtOp(vandaag)), await regels.Gebieden(verzoek));
    }
}

internal sealed record Regeluitkomst(Adres Adres, Regeltoets Toets);

/// <param name="Nu">The rules in force; null before the first ones.</param>
internal sealed record Regelcheckmodel(Formulier Formulier, IReadOnlyList<Regeluitkomst> Uitkomsten, Regelversie? Nu, IReadOnlyList<Regelgebied> Gebieden);
