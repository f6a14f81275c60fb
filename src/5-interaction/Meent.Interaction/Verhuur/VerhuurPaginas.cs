using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Verhuur;

/// <summary>What a host sees of their registrations.</summary>
internal sealed class VerhuurPaginas(Verhuurbron verhuur, Adressenbron adressen, TimeProvider klok)
{
    public static void Map(Paginabouwer paginas)
    {
        var pagina = paginas.Van<VerhuurPaginas>();
        pagina.Get("/mijn/verhuur", Eis.Belanghebbende, p => p.Overzicht);
        pagina.Get("/mijn/verhuur/{nummer}", Eis.Belanghebbende, p => p.Registratie);
        pagina.Get("/mijn/verhuur/{nummer}/bewijs", Eis.Belanghebbende, p => p.Bewijs);
        pagina.Post("/mijn/verhuur/{nummer}/zienswijze", Eis.Belanghebbende, p => p.Zienswijze);
    }

    /// <summary>The visitor's own registration with the number in the address; null when it is not theirs or does not exist.</summary>
    public async Task<Registratie?> Eigen(Verzoek verzoek)
    {
        var nummer = Weergave.KaalNummer(verzoek.Route("nummer") ?? "");
        return (await verhuur.VanMij(verzoek, Doelen.Registreren)).FirstOrDefault(r => r.Registratienummer == nummer);
    }

    public async Task<Registratiebeeld> Beeld(Verzoek verzoek, string doel, Registratie registratie, int jaar)
    {
        var adres = adressen.Haal(verzoek, doel, registratie.NummeraanduidingIdentificatie);
        var nachten = verhuur.Nachten(verzoek, doel, registratie.AdresseerbaarObjectIdentificatie, jaar);
        var meldingen = verhuur.Meldingen(verzoek, doel, registratie.Registratienummer);
        return new Registratiebeeld(registratie, await adres, await nachten, await meldingen);
    }

    private async Task<IResult> Overzicht(Verzoek verzoek)
    {
        var beelden = new List<Registratiebeeld>();
        foreach (var registratie in await verhuur.VanMij(verzoek, Doelen.Registreren))
            beelden.Add(await Beeld(verzoek, Doelen.Registreren, registratie, klok.Vandaag().Year));
        return verzoek.Toon<VerhuurOverzicht>(new VerhuurOverzichtModel(beelden, verzoek.Http.Request.Query.ContainsKey("bezig")));
    }

    private async Task<IResult> Registratie(Verzoek verzoek)
    {
        if (await Eigen(verzoek) is not { } registratie) return verzoek.NietGevonden();
        return await Toon(verzoek, registratie, Formulier.Leeg);
    }

    private async Task<IResult> Zienswijze(Verzoek verzoek)
    {
        if (await Eigen(verzoek) is not { } registratie) return verzoek.NietGevonden();
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        var tekst = formulier.Verplicht("tekst", t["Schrijf op wat u ervan vindt.", "Write down what you think of it."]);
        var gedaan = await formulier.Probeer(new Dictionary<string, string>(), "tekst", code => Woorden.Weigering(t, code, ""), async () =>
        {
            await verhuur.Zienswijze(verzoek, registratie.Registratienummer, tekst);
            return "gereageerd";
        });
        return gedaan is null ? await Toon(verzoek, registratie, formulier) : verzoek.GaNaar($"/mijn/verhuur/{registratie.Registratienummer}?gebeurd={gedaan}");
    }

    private async Task<IResult> Toon(Verzoek verzoek, Registratie registratie, Formulier formulier)
    {
        var dit = klok.Vandaag().Year;
        var jaar = int.TryParse(verzoek.Http.Request.Query["jaar"], out var gekozen) && Math.Abs(gekozen - dit) <= 5 ? gekozen : dit;
        var stappen = verhuur.Stappen(verzoek, Doelen.Registreren, registratie.Registratienummer);
        var beeld = await Beeld(verzoek, Doelen.Registreren, registratie, jaar);
        return verzoek.Toon<RegistratieScherm>(
            new RegistratieModel(beeld, await stappen, dit, verzoek.Http.Request.Query["gebeurd"].ToString(), formulier), formulier.IsGoed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IResult> Bewijs(Verzoek verzoek)
    {
        if (await Eigen(verzoek) is not { } registratie) return verzoek.NietGevonden();
        var adres = await adressen.Haal(verzoek, Doelen.Registreren, registratie.NummeraanduidingIdentificatie);
        return verzoek.Toon<BewijsScherm>(new BewijsModel(registratie, adres));
    }
}

/// <summary>A registration with what belongs to it.</summary>
internal sealed record Registratiebeeld(Registratie Registratie, Adres? Adres, Nachtenstand Nachten, IReadOnlyList<Verblijfsmelding> Meldingen)
{
    public string Pad => $"/mijn/verhuur/{Registratie.Registratienummer}";
}

internal sealed record VerhuurOverzichtModel(IReadOnlyList<Registratiebeeld> Registraties, bool Bezig);

/// <param name="Gebeurd">What was just done, for a notice on top.</param>
internal sealed record RegistratieModel(Registratiebeeld Beeld, IReadOnlyList<Verhuurstap> Stappen, int DitJaar, string Gebeurd, Formulier Formulier);

internal sealed record BewijsModel(Registratie Registratie, Adres? Adres);
