using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Taal;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Beheer;

/// <summary>Which programs may use the APIs: making, changing and removing them. What each may stands in <see cref="RechtPaginas"/>.</summary>
internal sealed class ApplicatiePaginas(Inrichtingsbron inrichting, Catalogusbron catalogus)
{
    private const string Alles = "alles";
    private const string Beperkt = "beperkt";

    /// <summary>ac-002: there is no applicatie without any right; every program has to know the types.</summary>
    private static readonly object[] Begin = [new { component = "ztc", scopes = new[] { "catalogi.lezen" } }];

    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal) { ["label"] = "label" };

    public static void Map(Paginabouwer paginas)
    {
        var beheer = paginas.Van<ApplicatiePaginas>();
        beheer.Get("/werk/applicaties", Eis.Medewerker(Rechten.InrichtingInzien), p => p.Lijst);
        beheer.Get("/werk/applicaties/nieuw", Eis.Medewerker(Rechten.InrichtingBeheren), _ => v => Task.FromResult(v.Toon<ApplicatieVraag>(new Applicatievorm(null, Formulier.Leeg))));
        beheer.Post("/werk/applicaties/nieuw", Eis.Medewerker(Rechten.InrichtingBeheren), p => p.Maak);
        beheer.Get("/werk/applicaties/{id}", Eis.Medewerker(Rechten.InrichtingInzien), p => p.Een);
        beheer.Get("/werk/applicaties/{id}/wijzigen", Eis.Medewerker(Rechten.InrichtingBeheren), p => p.Vraag);
        beheer.Post("/werk/applicaties/{id}/wijzigen", Eis.Medewerker(Rechten.InrichtingBeheren), p => p.Wijzig);
        beheer.Get("/werk/applicaties/{id}/verwijderen", Eis.Medewerker(Rechten.InrichtingBeheren), p => v => p.Weg(v, Formulier.Leeg));
        beheer.Post("/werk/applicaties/{id}/verwijderen", Eis.Medewerker(Rechten.InrichtingBeheren), p => p.Verwijder);
    }

    /// <summary>The program of the address with its rights; null when there is none.</summary>
    public async Task<Applicatiemodel?> Model(Verzoek verzoek, Formulier formulier)
    {
        if (await Haal(verzoek) is not var (applicatie, versie)) return null;
        var rechten = (await inrichting.Rechten(verzoek)).Where(r => r.Applicatie == applicatie.Url).ToList();
        var sorten = await Task.WhenAll(Component.Alle.Where(c => c.Typen.Length > 0).Select(c => catalogus.Alle<Typeversie>(verzoek, Doelen.Inrichten, c.Typen)));
        return new Applicatiemodel(applicatie, versie, rechten, [.. sorten.SelectMany(typen => typen)], formulier, verzoek.Http.Request.Query["gebeurd"].ToString());
    }

    private async Task<IResult> Lijst(Verzoek verzoek) => verzoek.Toon<ApplicatiesScherm>(new Applicatiesmodel(
        await inrichting.Applicaties(verzoek), await inrichting.Rechten(verzoek), verzoek.Http.Request.Query["gebeurd"] == "verwijderd"));

    private async Task<IResult> Een(Verzoek verzoek) => await Model(verzoek, Formulier.Leeg) is { } model ? verzoek.Toon<ApplicatieScherm>(model) : verzoek.NietGevonden();

    private async Task<IResult> Maak(Verzoek verzoek)
    {
        var formulier = await Formulier.Lees(verzoek);
        var (label, clientIds, alles) = Lees(formulier, verzoek.T);
        if (await formulier.Probeer(Velden, "clientIds", Weigering.Woorden(verzoek.T), async () =>
            await inrichting.MaakApplicatie(verzoek, new { label, clientIds, heeftAlleAutorisaties = alles, autorisaties = alles ? [] : Begin })) is { } id) return verzoek.GaNaar($"/werk/applicaties/{id}?gebeurd=gemaakt");
        return verzoek.Toon<ApplicatieVraag>(new Applicatievorm(null, formulier), StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IResult> Vraag(Verzoek verzoek) => await Haal(verzoek) is not var (applicatie, _)
        ? verzoek.NietGevonden()
        : verzoek.Toon<ApplicatieVraag>(new Applicatievorm(applicatie, new Formulier(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["label"] = applicatie.Label,
            ["clientIds"] = string.Join('\n', applicatie.ClientIds),
            ["mag"] = applicatie.HeeftAlleAutorisaties ? Alles : Beperkt,
        })));

    private async Task<IResult> Wijzig(Verzoek verzoek)
    {
        if (await Haal(verzoek) is not var (applicatie, versie)) return verzoek.NietGevonden();
        var formulier = await Formulier.Lees(verzoek);
        var (label, clientIds, alles) = Lees(formulier, verzoek.T);
        object autorisaties = alles ? Array.Empty<object>() : applicatie.HeeftAlleAutorisaties ? Begin : applicatie.Autorisaties ?? [];
        if (await formulier.Probeer(Velden, "clientIds", Weigering.Woorden(verzoek.T), async () =>
        {
            await inrichting.WijzigApplicatie(verzoek, Guid.Parse(applicatie.Url.LaatsteDeel()), versie, new { label, clientIds, heeftAlleAutorisaties = alles, autorisaties });
            return applicatie.Url.LaatsteDeel();
        }) is { } id) return verzoek.GaNaar($"/werk/applicaties/{id}?gebeurd=gewijzigd");
        return verzoek.Toon<ApplicatieVraag>(new Applicatievorm(applicatie, formulier), StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IResult> Weg(Verzoek verzoek, Formulier formulier) => await Haal(verzoek) is var (applicatie, _)
        ? verzoek.Toon<ApplicatieWegScherm>(new Applicatievorm(applicatie, formulier), formulier.IsGoed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
        : verzoek.NietGevonden();

    private async Task<IResult> Verwijder(Verzoek verzoek)
    {
        var formulier = await Formulier.Lees(verzoek);
        if (formulier["zeker"] != "ja") formulier.Fout("zeker", verzoek.T["Vink aan dat u het zeker weet.", "Tick that you are sure."]);
        if (!formulier.IsGoed || await Haal(verzoek) is not var (applicatie, _)) return await Weg(verzoek, formulier);
        await inrichting.NeemApplicatie(verzoek, Guid.Parse(applicatie.Url.LaatsteDeel()));
        return verzoek.GaNaar("/werk/applicaties?gebeurd=verwijderd");
    }

    private static (string Label, IReadOnlyList<string> ClientIds, bool Alles) Lees(Formulier formulier, Tekst t)
    {
        var label = formulier.Verplicht("label", t["Geef de applicatie een naam.", "Give the application a name."]);
        var clientIds = formulier.Verplicht("clientIds", t["Vul ten minste één client-id in.", "Fill in at least one client id."])
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var mag = formulier.Keuze("mag", [Alles, Beperkt], t["Kies wat het programma mag.", "Choose what the program may do."]);
        return (label, clientIds, mag == Alles);
    }

    private async Task<(Applicatie Applicatie, string Versie)?> Haal(Verzoek verzoek) => Guid.TryParseExact(verzoek.Route("id"), "D", out var id) ? await inrichting.Applicatie(verzoek, id) : null;
}

internal sealed record Applicatiesmodel(IReadOnlyList<Applicatie> Applicaties, IReadOnlyList<Typerecht> Rechten, bool Verwijderd);

/// <param name="Applicatie">Null for a new one.</param>
internal sealed record Applicatievorm(Applicatie? Applicatie, Formulier Formulier)
{
    public string Terug => Applicatie is null ? "/werk/applicaties" : $"/werk/applicaties/{Applicatie.Url.LaatsteDeel()}";
}

/// <param name="Versie">Says whether it changed since.</param>
/// <param name="Rechten">Of this program.</param>
/// <param name="Typen">All published versions, of all sorts.</param>
internal sealed record Applicatiemodel(
    Applicatie Applicatie, string Versie, IReadOnlyList<Typerecht> Rechten, IReadOnlyList<Typeversie> Typen, Formulier Formulier, string Gebeurd)
{
    public string Pad => $"/werk/applicaties/{Applicatie.Url.LaatsteDeel()}";
}
