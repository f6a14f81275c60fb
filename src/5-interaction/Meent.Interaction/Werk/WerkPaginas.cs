using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Werk;

/// <summary>The tasks of an employee.</summary>
internal sealed class WerkPaginas(Takenbron taken, Toegangsbron toegang, OpzoekPaginas opzoeken, Logboekbron logboek)
{
    private static readonly string[] Oordelen = ["akkoord", "nietAkkoord"];

    public static void Map(Paginabouwer paginas)
    {
        var werk = paginas.Van<WerkPaginas>();
        werk.Get("/werk", Eis.Medewerker(Rechten.Werkvoorraad), p => p.Werkvoorraad);
        werk.Get("/werk/taken/{id}", Eis.Medewerker(Rechten.VerhuurVerifieren), p => p.Taak);
        werk.Post("/werk/taken/{id}", Eis.Medewerker(Rechten.VerhuurVerifieren), p => p.Behandel);
        werk.Get("/werk/medewerkers", Eis.Medewerker(Rechten.ToegangBeheren), p => p.Medewerkers);
    }

    private async Task<IResult> Werkvoorraad(Verzoek verzoek) =>
        verzoek.Toon<WerkvoorraadScherm>(new WerkvoorraadModel(await taken.Open(verzoek, verzoek.Medewerker.Rollen), verzoek.Http.Request.Query["gebeurd"].ToString()));

    private async Task<IResult> Taak(Verzoek verzoek) => await Lees(verzoek) is { } taak ? await Toon(verzoek, taak, Formulier.Leeg) : verzoek.NietGevonden();

    private async Task<IResult> Behandel(Verzoek verzoek)
    {
        if (await Lees(verzoek) is not { } taak) return verzoek.NietGevonden();
        var formulier = await Formulier.Lees(verzoek);
        try
        {
            if (formulier["neem"].Length > 0)
            {
                await taken.Neem(verzoek, taak);
                if (taak.Registratienummer is { } nummer) await toegang.NeemInCaseload(verzoek, nummer);
                return verzoek.GaNaar(taak.Pad);
            }

            // Mandate and own caseload, asked again at the decision itself.
            if (taak.Behandelaar != verzoek.Medewerker.Id) return await Toon(verzoek, taak, formulier);

            var oordeel = formulier.Keuze("oordeel", Oordelen, verzoek.T["Kies of de registratie klopt.", "Choose whether the registration is right."]);
            if (oordeel == "nietAkkoord") formulier.Verplicht("toelichting", verzoek.T["Leg uit wat er niet klopt.", "Explain what is not right."]);
            if (!formulier.IsGoed) return await Toon(verzoek, taak, formulier);
            await taken.Voltooi(verzoek, taak, Uitkomst(oordeel, formulier["toelichting"]));
            return verzoek.GaNaar("/werk?gebeurd=afgerond");
        }
        catch (BronException fout) when (fout.Status is 400 or 403 or 409 or 422)
        {
            formulier.Neem(fout.Velden, fout.Detail, new Dictionary<string, string>(StringComparer.Ordinal) { ["toelichting"] = "toelichting" }, "oordeel");
            return await Toon(verzoek, taak, formulier);
        }
    }

    private async Task<IResult> Medewerkers(Verzoek verzoek) => verzoek.Toon<MedewerkersScherm>(new MedewerkersModel(await toegang.Medewerkers(verzoek)));

    private async Task<IResult> Toon(Verzoek verzoek, Taak taak, Formulier formulier)
    {
        // Who has the registration in their caseload works on it: that is the reason. Others see only that the task is there.
        if (taak.Behandelaar != verzoek.Medewerker.Id || taak.Registratienummer is not { } nummer || !verzoek.Medewerker.Behandelt(nummer)) return verzoek.Toon<TaakScherm>(new TaakModel(taak, null, [], formulier), Status(formulier));
        await logboek.Verantwoord(verzoek, $"taak {taak.Naam} bij registratie {nummer} bekeken", taak.Zaaknummer ?? taak.Id, null);
        var dossier = await opzoeken.Dossier(verzoek, nummer);
        return verzoek.Toon<TaakScherm>(new TaakModel(taak, dossier?.Beeld, dossier?.Signalen ?? [], formulier), Status(formulier));
    }

    private static object Uitkomst(string oordeel, string toelichting) =>
        toelichting.Length == 0 ? new { akkoord = oordeel == "akkoord" } : new { akkoord = oordeel == "akkoord", toelichting };

    /// <summary>A task for one of the employee's own roles; others do not exist for them.</summary>
    private async Task<Taak?> Lees(Verzoek verzoek) =>
        await taken.Haal(verzoek, verzoek.Route("id")!) is { IsOpen: true } taak && verzoek.Medewerker.Rollen.Contains(taak.Rol) ? taak : null;

    private static int Status(Formulier formulier) => formulier.IsGoed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
}

internal sealed record WerkvoorraadModel(IReadOnlyList<Taak> Taken, string Gebeurd);

/// <param name="Beeld">Only for who has taken the task.</param>
internal sealed record TaakModel(Taak Taak, Verhuur.Registratiebeeld? Beeld, IReadOnlyList<Signaal> Signalen, Formulier Formulier);

internal sealed record MedewerkersModel(IReadOnlyList<MedewerkerKaart> Medewerkers);
