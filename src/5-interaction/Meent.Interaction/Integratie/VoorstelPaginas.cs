using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Integratie;

/// <summary>Proposing a contract: to use a service or to offer one, for oneself or on behalf of another.</summary>
internal sealed class VoorstelPaginas(Integratiebron bron, TimeProvider klok)
{
    private const int HeleLijst = 1000;

    public static void Map(Paginabouwer paginas)
    {
        var eis = Eis.Medewerker(Rechten.IntegratieBeheren);
        var werk = paginas.Van<VoorstelPaginas>();
        werk.Get("/werk/integratie/voorstellen", eis, _ => v => Task.FromResult(v.Toon<VoorstelKiezen>(null)));
        foreach (var (soort, pad) in Voorstel.Soorten)
        {
            werk.Get($"/werk/integratie/voorstellen/{pad}", eis, p => v => p.Vraag(v, soort));
            werk.Post($"/werk/integratie/voorstellen/{pad}", eis, p => v => p.StelVoor(v, soort));
        }
    }

    private async Task<IResult> Vraag(Verzoek verzoek, string soort)
    {
        var model = await Model(verzoek, soort, Formulier.Leeg);
        return verzoek.Toon<VoorstelScherm>(model with { Formulier = model.Begin(verzoek.Http.Request.Query["dienst"].ToString(), klok.Vandaag()) });
    }

    private async Task<IResult> StelVoor(Verzoek verzoek, string soort)
    {
        var formulier = await Formulier.Lees(verzoek);
        var model = await Model(verzoek, soort, formulier);
        var voorstel = new Voorstel(model, verzoek.Organisatie.Oin, verzoek.T).Lees(klok.GetUtcNow());
        var gedaan = await formulier.Probeer(new Dictionary<string, string>(), "dienst", Integratiewoorden.Weigering(verzoek.T), async () =>
            $"{(await bron.StelVoor(verzoek, voorstel, formulier["reden"])).Pad}?gebeurd=voorstellen");
        return gedaan is null ? verzoek.Toon<VoorstelScherm>(model, StatusCodes.Status422UnprocessableEntity) : verzoek.GaNaar(gedaan);
    }

    private async Task<Voorstelmodel> Model(Verzoek verzoek, string soort, Formulier formulier)
    {
        var namen = bron.Namen(verzoek);
        if (soort is Fscgrant.Publicatie or Fscgrant.PublicatieNamens) return new Voorstelmodel(soort, formulier, await namen, [.. (await bron.Aanbod(verzoek)).Namen], [], []);
        var register = bron.Register(verzoek);
        var diensten = new List<Fscdienst>();
        try
        {
            diensten.AddRange((await bron.Gids(verzoek, $"limit={HeleLijst}&sort_order=SORT_ORDER_ASCENDING")).Services.Select(s => s.Data));
        }
        catch (BronException)
        {
            // Without the Directory the provider and the service can be filled in.
        }

        return new Voorstelmodel(soort, formulier, await namen, [], diensten, await register);
    }
}

/// <param name="Aanbod">Names of the own services, for who offers one.</param>
/// <param name="Diensten">What the Directory lists, for who uses one.</param>
/// <param name="Register">The purposes of the own register, for who uses one.</param>
internal sealed record Voorstelmodel(
    string Soort, Formulier Formulier, IReadOnlyDictionary<string, string> Namen, IReadOnlyList<string> Aanbod, IReadOnlyList<Fscdienst> Diensten,
    IReadOnlyList<Registerdoel> Register)
{
    public bool IsPublicatie => Soort is Fscgrant.Publicatie or Fscgrant.PublicatieNamens;

    public bool IsNamens => Soort is Fscgrant.PublicatieNamens or Fscgrant.VerbindingNamens;

    /// <summary>What stands in the form at first: the service that was come for, with the purposes that it says it accepts.</summary>
    public Formulier Begin(string dienst, DateOnly vandaag)
    {
        var begin = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["dienst"] = dienst,
            ["protocol"] = Voorstel.Http1,
            ["tot"] = $"{vandaag.AddYears(1):yyyy-MM-dd}",
        };
        var toegestaan = Fscgrant.Namen(Diensten.FirstOrDefault(d => d.Kenmerk == dienst)?.Properties);
        foreach (var doel in Register.Where(d => toegestaan.Contains(d.Code))) begin[doel.Veld] = "ja";
        return new Formulier(begin);
    }
}
