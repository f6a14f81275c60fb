using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Landschap;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Interaction.Landschap;

/// <summary>The front door: of the landscape, and of each organisation.</summary>
internal sealed class StartPaginas(OrganisatieLijst organisaties, Integratiebron integratie, TimeProvider klok)
{
    public static void Map(Paginabouwer paginas)
    {
        var start = paginas.Van<StartPaginas>();
        start.Overal("/", Eis.Openbaar, p => p.Start);
        start.Overal("/landschap", Eis.Openbaar, p => p.Gegevens);
    }

    private async Task<IResult> Start(Verzoek verzoek) =>
        verzoek.OrganisatieOfNiets is null ? verzoek.Toon<LandschapScherm>(await Beeld(verzoek)) : verzoek.Toon<OrganisatieStart>(new Startmodel(await HeeftGids(verzoek)));

    /// <summary>Whether the organisation is the Directory of its group, which has pages for anybody.</summary>
    private async Task<bool> HeeftGids(Verzoek verzoek)
    {
        if (verzoek.Organisatie.IsGemeente || !verzoek.Organisatie.Diensten.Contains(Diensten.Fsc)) return false;
        try
        {
            return (await integratie.Groep(verzoek)).IsDirectory;
        }
        catch (BronException)
        {
            return false;
        }
    }

    /// <summary>The same picture for machines.</summary>
    private async Task<IResult> Gegevens(Verzoek verzoek) => Results.Json(await Beeld(verzoek));

    private async ValueTask<Landschapsbeeld> Beeld(Verzoek verzoek) =>
        verzoek.Http.RequestServices.GetService<ILandschap>() is { } landschap
            ? await landschap.Beeld(verzoek.Stop)
            : new Landschapsbeeld([.. organisaties.Alle.Select(o => new OrganisatieBeeld(o.Slug, o.Naam, o.Oin, o.IsGemeente, [.. o.Diensten], true, []))], [], klok.GetUtcNow());
}

internal sealed record Startmodel(bool HeeftGids);
