using System.Globalization;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Vergunningen;

/// <summary>The employee: what was applied for, the draw, and the decisions.</summary>
internal sealed class VergunningPaginas(Vergunningbron vergunningen, Verhuurbron verhuur, Adressenbron adressen)
{
    private const string Basis = "/werk/vergunningen";
    private static readonly string[] Statussen = ["aangevraagd", "verleend", "geweigerd", "ingetrokken"];
    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal) { ["uitkomst"] = "uitkomst", ["besluit"] = "uitkomst", ["reden"] = "reden", ["zaak"] = "zaak" };

    public static void Map(Paginabouwer paginas)
    {
        var pagina = paginas.Van<VergunningPaginas>();
        pagina.Get(Basis, Eis.Medewerker(Rechten.VerhuurVergunnen), p => p.Lijst);
        pagina.Post(Basis + "/loting", Eis.Medewerker(Rechten.VerhuurVergunnen), p => p.Loot);
        pagina.Get(Basis + "/{id:guid}", Eis.Medewerker(Rechten.VerhuurVergunnen), p => p.Een);
        pagina.Post(Basis + "/{id:guid}", Eis.Medewerker(Rechten.VerhuurVergunnen), p => p.Besluit);
    }

    private Task<IResult> Lijst(Verzoek verzoek) => Toon(verzoek, Formulier.Leeg);

    private async Task<IResult> Loot(Verzoek verzoek)
    {
        var formulier = await Formulier.Lees(verzoek);
        var gedaan = await formulier.Probeer(Velden, "quotum", code => Vergunningwoorden.Weigering(verzoek.T, code), async () =>
        {
            await vergunningen.Loot(verzoek, formulier["quotum"]);
            return "geloot";
        });
        return gedaan is null ? await Toon(verzoek, formulier) : verzoek.GaNaar($"{Basis}?gebeurd={gedaan}");
    }

    private async Task<IResult> Een(Verzoek verzoek) => await Vind(verzoek) is { } vergunning ? await Toon(verzoek, vergunning, Formulier.Leeg) : verzoek.NietGevonden();

    private async Task<IResult> Besluit(Verzoek verzoek)
    {
        if (await Vind(verzoek) is not { } vergunning) return verzoek.NietGevonden();
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        var uitkomst = formulier.Keuze("uitkomst", Uitkomsten(vergunning), t["Kies wat u besluit.", "Choose what you decide."]);
        var reden = formulier.Verplicht("reden", t["Schrijf op waarom. De verhuurder leest dit.", "Write down why. The host reads this."]);
        var gedaan = await formulier.Probeer(Velden, "uitkomst", code => Vergunningwoorden.Weigering(t, code), async () =>
        {
            await vergunningen.Besluit(verzoek, vergunning.Id, uitkomst, reden, formulier["zaak"] is { Length: > 0 } zaak ? zaak : null);
            return uitkomst;
        });
        return gedaan is null ? await Toon(verzoek, vergunning, formulier) : verzoek.GaNaar($"{Basis}?gebeurd={gedaan}");
    }

    /// <summary>What can follow on a state.</summary>
    public static string[] Uitkomsten(Vergunning vergunning) => vergunning.Status switch { "aangevraagd" => ["verleend", "geweigerd"], "verleend" => ["ingetrokken"], _ => [] };

    private async Task<Vergunning?> Vind(Verzoek verzoek) => Guid.TryParse(verzoek.Route("id"), out var id) ? await vergunningen.Een(verzoek, Doelen.Toezicht, id) : null;

    private async Task<IResult> Toon(Verzoek verzoek, Formulier formulier)
    {
        var vraag = verzoek.Http.Request.Query;
        var status = vraag["status"].ToString() is { } gevraagd && Statussen.Contains(gevraagd) ? gevraagd : Statussen[0];
        var pagina = int.TryParse(vraag["pagina"], NumberStyles.None, CultureInfo.InvariantCulture, out var nummer) && nummer is > 0 and <= 10_000 ? nummer : 1;
        var blad = await vergunningen.Met(verzoek, status, pagina);
        return verzoek.Toon<VergunningenScherm>(
            new VergunningenModel(blad, status, pagina, vraag["gebeurd"].ToString(), formulier), formulier.IsGoed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IResult> Toon(Verzoek verzoek, Vergunning vergunning, Formulier formulier)
    {
        var registratie = await verhuur.Registratie(verzoek, Doelen.Toezicht, vergunning.Registratienummer);
        var adres = registratie is null ? null : await adressen.Haal(verzoek, Doelen.Toezicht, registratie.NummeraanduidingIdentificatie);
        return verzoek.Toon<VergunningScherm>(new VergunningModel(vergunning, registratie, adres, formulier), formulier.IsGoed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}

/// <param name="Gebeurd">What was just done, for a notice on top.</param>
internal sealed record VergunningenModel(Vergunningblad Blad, string Status, int Pagina, string Gebeurd, Formulier Formulier);

internal sealed record VergunningModel(Vergunning Vergunning, Registratie? Registratie, Adres? Adres, Formulier Formulier);
