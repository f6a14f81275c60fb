using System.Globalization;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Verhuur;

/// <summary>Reporting a stay beforehand, and changing or cancelling it.</summary>
internal sealed class MeldPaginas(VerhuurPaginas registraties, Verhuurbron verhuur, TimeProvider klok)
{
    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal)
    {
        ["aankomst"] = "aankomst",
        ["vertrek"] = "vertrek",
        ["gasten"] = "gasten",
    };

    public static void Map(Paginabouwer paginas)
    {
        var pagina = paginas.Van<MeldPaginas>();
        pagina.Get("/mijn/verhuur/{nummer}/melden", Eis.Belanghebbende, p => p.Vul);
        pagina.Post("/mijn/verhuur/{nummer}/melden", Eis.Belanghebbende, p => p.Meld);
        pagina.Get("/mijn/verhuur/{nummer}/meldingen/{id:guid}", Eis.Belanghebbende, p => p.Vul);
        pagina.Post("/mijn/verhuur/{nummer}/meldingen/{id:guid}", Eis.Belanghebbende, p => p.Meld);
        pagina.Get("/mijn/verhuur/{nummer}/meldingen/{id:guid}/annuleren", Eis.Belanghebbende, p => p.VraagAnnulering);
        pagina.Post("/mijn/verhuur/{nummer}/meldingen/{id:guid}/annuleren", Eis.Belanghebbende, p => p.Annuleer);
    }

    private async Task<IResult> Vul(Verzoek verzoek)
    {
        if (await Lees(verzoek) is not { } melding) return verzoek.NietGevonden();
        var begin = melding.Bestaand is not { } oud ? Formulier.Leeg : new Formulier(new Dictionary<string, string>
        {
            ["aankomst"] = oud.Aankomst.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["vertrek"] = oud.Vertrek.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["gasten"] = $"{oud.Gasten}",
        });
        return verzoek.Toon<MeldScherm>(melding with { Formulier = begin });
    }

    private async Task<IResult> Meld(Verzoek verzoek)
    {
        if (await Lees(verzoek) is not { } model) return verzoek.NietGevonden();
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        var aankomst = formulier.Datum("aankomst", t["Vul de dag van aankomst in.", "Fill in the day of arrival."]);
        var vertrek = formulier.Datum("vertrek", t["Vul de dag van vertrek in.", "Fill in the day of departure."]);
        if (aankomst < model.Vandaag) formulier.Fout("aankomst", t["De aankomst is al voorbij. Meld een verblijf voordat het begint.", "The arrival has passed. Report a stay before it begins."]);
        if (vertrek <= aankomst) formulier.Fout("vertrek", t["Het vertrek is minstens een dag na de aankomst.", "The departure is at least one day after the arrival."]);
        var gasten = formulier.Getal("gasten", 1, 99, t["Vul het aantal gasten in: 1 of meer.", "Fill in the number of guests: 1 or more."]);
        if (!formulier.IsGoed) return Opnieuw();

        var melding = new Melding(model.Beeld.Registratie.Registratienummer, aankomst!.Value, vertrek!.Value, gasten);
        try
        {
            if (model.Bestaand is { } oud) await verhuur.Wijzig(verzoek, oud.Id, melding);
            else await verhuur.Meld(verzoek, melding);
            return verzoek.GaNaar($"{model.Beeld.Pad}?jaar={aankomst.Value.Year}&gebeurd={(model.Bestaand is null ? "gemeld" : "gewijzigd")}");
        }
        catch (BronException fout) when (fout.Status is 400 or 409 or 422)
        {
            formulier.Neem(fout.Velden.Select(v => v with { Reason = Woorden.Weigering(t, v.Code, v.Reason) }), fout.Detail, Velden, "aankomst");
            return Opnieuw();
        }

        IResult Opnieuw() => verzoek.Toon<MeldScherm>(model with { Formulier = formulier }, StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IResult> VraagAnnulering(Verzoek verzoek) =>
        await Lees(verzoek) is { Bestaand.IsTeWijzigen: true } model ? verzoek.Toon<AnnuleerScherm>(model) : verzoek.NietGevonden();

    private async Task<IResult> Annuleer(Verzoek verzoek)
    {
        if (await Lees(verzoek) is not { Bestaand: { } melding } model) return verzoek.NietGevonden();
        try
        {
            await verhuur.Annuleer(verzoek, melding.Id);
            return verzoek.GaNaar(model.Beeld.Pad + "?gebeurd=geannuleerd");
        }
        catch (BronException fout) when (fout.Status is 400 or 409 or 422)
        {
            var reden = fout.Velden is [var veld, ..] ? Woorden.Weigering(verzoek.T, veld.Code, veld.Reason) : fout.Detail;
            return verzoek.Fout(StatusCodes.Status409Conflict, verzoek.T["Annuleren kan niet meer", "This can no longer be cancelled"], reden);
        }
    }

    /// <summary>The visitor's own registration, and the report in the address when there is one; null when either is not theirs.</summary>
    private async Task<MeldModel?> Lees(Verzoek verzoek)
    {
        if (await registraties.Eigen(verzoek) is not { IsGeldig: true } registratie) return null;
        var vandaag = klok.Vandaag();
        var beeld = await registraties.Beeld(verzoek, Doelen.Registreren, registratie, vandaag.Year);
        if (verzoek.Route("id") is not { } id) return new MeldModel(beeld, null, vandaag, Formulier.Leeg);
        return beeld.Meldingen.FirstOrDefault(m => m.Id == Guid.Parse(id)) is { } melding ? new MeldModel(beeld, melding, vandaag, Formulier.Leeg) : null;
    }
}

/// <param name="Bestaand">The report that is changed or cancelled; null for a new one.</param>
internal sealed record MeldModel(Registratiebeeld Beeld, Verblijfsmelding? Bestaand, DateOnly Vandaag, Formulier Formulier);
