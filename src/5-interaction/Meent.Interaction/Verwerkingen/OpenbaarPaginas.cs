using System.Globalization;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Verwerkingen;

/// <summary>What an organisation uses personal data for, for anybody and in plain words (AVG art. 12 to 14); what is confidential is not there.</summary>
internal sealed class OpenbaarPaginas(Registerbron register)
{
    public static void Map(Paginabouwer paginas)
    {
        var openbaar = paginas.Van<OpenbaarPaginas>();
        openbaar.Get("/verwerkingen", Eis.Openbaar, p => p.Lijst);
        openbaar.Get("/verwerkingen/{code}", Eis.Openbaar, p => p.Een);
    }

    private async Task<IResult> Lijst(Verzoek verzoek)
    {
        if (!Heeft(verzoek)) return verzoek.NietGevonden();
        var vraag = Vraag.Van(verzoek, "zoek");
        return verzoek.Toon<OpenbareLijst>(new Openbaarmodel(vraag, await register.Openbaar(verzoek, vraag["zoek"])));
    }

    /// <summary>As it is now, or as it was on the day that a resident looks back at.</summary>
    private async Task<IResult> Een(Verzoek verzoek)
    {
        if (!Heeft(verzoek)) return verzoek.NietGevonden();
        DateTimeOffset? op = DateTimeOffset.TryParse(verzoek.Http.Request.Query["op"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.ToUniversalTime() : null;
        return await register.Openbaar(verzoek, verzoek.Route("code")!, op) is { } versie
            ? verzoek.Toon<OpenbareVerwerking>(new OpenbareVersie(versie, op))
            : verzoek.NietGevonden();
    }

    private static bool Heeft(Verzoek verzoek) => verzoek.Organisatie.Diensten.Contains(Diensten.Verwerkingsregister);
}

internal sealed record Openbaarmodel(Vraag Vraag, IReadOnlyList<Registerversie> Activiteiten);

/// <param name="Op">The moment for which it was asked; null for now.</param>
internal sealed record OpenbareVersie(Registerversie Versie, DateTimeOffset? Op);
