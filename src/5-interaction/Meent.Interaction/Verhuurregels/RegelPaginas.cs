using System.Globalization;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Verhuurregels;

/// <summary>The rules for who keeps them: all versions, and a new one, written as a table and tried on an address before it is established.</summary>
internal sealed class RegelPaginas(Regelbron regels, Adressenbron adressen, TimeProvider klok)
{
    public static void Map(Paginabouwer paginas)
    {
        var beheer = paginas.Van<RegelPaginas>();
        beheer.Get("/werk/verhuurregels", Eis.Medewerker(Rechten.InrichtingInzien), p => p.Lijst);
        beheer.Get("/werk/verhuurregels/nieuw", Eis.Medewerker(Rechten.InrichtingBeheren), p => p.Begin);
        beheer.Post("/werk/verhuurregels/nieuw", Eis.Medewerker(Rechten.InrichtingBeheren), p => p.Bewerk);
    }

    private async Task<IResult> Lijst(Verzoek verzoek)
    {
        var versies = regels.Versies(verzoek);
        var gebieden = regels.Gebieden(verzoek);
        return verzoek.Toon<RegelsScherm>(new Regelsmodel(await versies, await gebieden, await regels.Voorbeelden(verzoek), klok.Vandaag(), verzoek.Http.Request.Query["gebeurd"] == "vastgesteld"));
    }

    /// <summary>Starts from the rules in force, or from a worked example.</summary>
    private async Task<IResult> Begin(Verzoek verzoek)
    {
        var uit = verzoek.Http.Request.Query["uit"].ToString();
        if ((await regels.Voorbeelden(verzoek)).FirstOrDefault(v => v.Naam == uit) is { } voorbeeld)
            return await Toon(verzoek, Regelvorm.Van(voorbeeld.Voorwaardenversie, voorbeeld.Regels, voorbeeld.Boetes, voorbeeld.Recidivejaren));
        var vandaag = klok.Vandaag();
        var nu = (await regels.Versies(verzoek)).FirstOrDefault(versie => versie.GeldtOp(vandaag));
        return await Toon(verzoek, nu is null ? Regelvorm.Van("", [], [], 0) : Regelvorm.Van(nu.Voorwaardenversie, nu.Regels, nu.Boetes, nu.Recidivejaren));
    }

    private async Task<IResult> Bewerk(Verzoek verzoek)
    {
        var formulier = await Formulier.Lees(verzoek);
        var rijen = Enumerable.Range(0, Regelvorm.Rijen(formulier)).ToList();
        var (doe, rij) = formulier["doe"].Split('-') is [var wat, var welke] && int.TryParse(welke, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < rijen.Count ? (wat, i) : (formulier["doe"], -1);
        switch (doe)
        {
            case "erbij" when rijen.Count < Regelvorm.MaxRijen:
                return await Toon(verzoek, Regelvorm.Met(formulier, [.. rijen, rijen.Count]));
            case "weg" when rijen.Count > 1 && rij >= 0:
                return await Toon(verzoek, Regelvorm.Met(formulier, [.. rijen.Where(r => r != rij)]));
            case "omhoog" when rij > 0:
                (rijen[rij - 1], rijen[rij]) = (rijen[rij], rijen[rij - 1]);
                return await Toon(verzoek, Regelvorm.Met(formulier, rijen));
            case "probeer":
                return await Probeer(verzoek, formulier);
            case "vaststellen":
                return await Stel(verzoek, formulier);
            default:
                return await Toon(verzoek, formulier);
        }
    }

    private async Task<IResult> Probeer(Verzoek verzoek, Formulier formulier)
    {
        var concept = Regelvorm.Lees(formulier, verzoek.T);
        var adres = await Adresvraag.Zoek(verzoek, adressen, formulier);
        var uitkomsten = new List<Regeluitkomst>();
        await formulier.Probeer(Regelvorm.Velden(formulier, "concept."), "voorwaardenversie", _ => null, async () =>
        {
            foreach (var gevonden in adres)
            {
                uitkomsten.Add(new(gevonden, await regels.Toets(verzoek, new
                {
                    gevonden.AdresseerbaarObjectIdentificatie,
                    deel = formulier["proefdeel"] is { Length: > 0 } deel ? deel : null,
                    gebruik = formulier["proefgebruik"] is { Length: > 0 } gebruik ? gebruik : null,
                    concept,
                })));
            }

            return "geprobeerd";
        });
        return await Toon(verzoek, formulier, uitkomsten);
    }

    private async Task<IResult> Stel(Verzoek verzoek, Formulier formulier)
    {
        var versie = Regelvorm.Lees(formulier, verzoek.T);
        if (formulier["zeker"] != "ja") formulier.Fout("zeker", verzoek.T["Vink aan dat u het zeker weet.", "Tick that you are sure."]);
        var gedaan = await formulier.Probeer(Regelvorm.Velden(formulier), "voorwaardenversie", _ => null, async () =>
        {
            await regels.Voeg(verzoek, versie);
            return "vastgesteld";
        });
        return gedaan is null ? await Toon(verzoek, formulier) : verzoek.GaNaar("/werk/verhuurregels?gebeurd=" + gedaan);
    }

    private async Task<IResult> Toon(Verzoek verzoek, Formulier formulier, IReadOnlyList<Regeluitkomst>? uitkomsten = null) => verzoek.Toon<NieuweRegelsScherm>(
        new NieuweRegelsmodel(formulier, await regels.Gebieden(verzoek), uitkomsten ?? []), formulier.IsGoed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}

internal sealed record Regelsmodel(IReadOnlyList<Regelversie> Versies, IReadOnlyList<Regelgebied> Gebieden, IReadOnlyList<Regelvoorbeeld> Voorbeelden, DateOnly Vandaag, bool Vastgesteld);

internal sealed record NieuweRegelsmodel(Formulier Formulier, IReadOnlyList<Regelgebied> Gebieden, IReadOnlyList<Regeluitkomst> Uitkomsten);
