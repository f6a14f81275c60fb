using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Beheer;

/// <summary>
/// What a program may: an autorisatie as the standard has it, for one version of a type; or a recht of our own, for all versions of a type or all types
/// of a catalogue (decision 0019).
/// </summary>
internal sealed class RechtPaginas(Inrichtingsbron inrichting, Catalogusbron catalogus, ApplicatiePaginas applicaties)
{
    /// <summary>All types of a catalogue.</summary>
    public const string AlleTypen = "*";

    /// <summary>Before the name of a type.</summary>
    public const string AlleVersies = "naam:";

    /// <summary>Before the URL of a version.</summary>
    public const string EenVersie = "versie:";

    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal) { ["catalogus"] = "catalogus", ["maxVertrouwelijkheidaanduiding"] = "niveau", ["autorisaties"] = "kop-recht" };

    public static void Map(Paginabouwer paginas)
    {
        var beheer = paginas.Van<RechtPaginas>();
        beheer.Get("/werk/applicaties/{id}/recht/{component}", Eis.Medewerker(Rechten.InrichtingBeheren), p => p.Vraag);
        beheer.Post("/werk/applicaties/{id}/recht/{component}", Eis.Medewerker(Rechten.InrichtingBeheren), p => p.Geef);
        beheer.Post("/werk/applicaties/{id}/rechten/{recht}", Eis.Medewerker(Rechten.InrichtingBeheren), p => p.Neem);
        beheer.Post("/werk/applicaties/{id}/autorisaties", Eis.Medewerker(Rechten.InrichtingBeheren), p => p.NeemAutorisatie);
    }

    private async Task<IResult> Vraag(Verzoek verzoek) => await Model(verzoek, Formulier.Leeg) is { } model ? verzoek.Toon<RechtScherm>(model) : verzoek.NietGevonden();

    private async Task<IResult> Geef(Verzoek verzoek)
    {
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        if (await Model(verzoek, formulier) is not { } model) return verzoek.NietGevonden();
        var component = model.Component;
        var scopes = component.Scopes.Where(scope => formulier[scope] == "ja").ToList();
        if (component.Typen.Length > 0)
        {
            var keuzes = model.Typen.SelectMany(v => new[] { AlleVersies + v.Naam, EenVersie + v.Url }).Append(AlleTypen);
            var type = formulier.Keuze("type", keuzes, t["Kies voor welk type.", "Choose for which type."]);
            if (type == AlleTypen || formulier["catalogus"].Length > 0) formulier.Keuze("catalogus", model.Catalogi.Select(c => c.Url), t["Kies van welke catalogus.", "Choose of which catalogue."]);
        }

        if (component.HeeftNiveau) formulier.Keuze("niveau", Zaakzicht.Niveaus, t["Kies tot welk niveau.", "Choose up to which level."]);
        if (scopes.Count == 0) formulier.Fout(component.Scopes[0], t["Kies wat het programma mag.", "Choose what the program may do."]);
        var gedaan = await formulier.Probeer(Velden, "kop-recht", Weigering.Woorden(t), async () =>
        {
            await Geef(verzoek, model, scopes);
            return "gegeven";
        });
        return gedaan is null ? verzoek.Toon<RechtScherm>(model, StatusCodes.Status422UnprocessableEntity) : verzoek.GaNaar($"{model.Applicatie.Pad}?gebeurd={gedaan}");
    }

    private Task Geef(Verzoek verzoek, Rechtmodel model, IReadOnlyList<string> scopes)
    {
        var (formulier, component, applicatie) = (model.Formulier, model.Component, model.Applicatie.Applicatie);
        var type = formulier["type"];
        if (component.Typen.Length > 0 && !type.StartsWith(EenVersie, StringComparison.Ordinal))
        {
            return inrichting.VoegRecht(verzoek, new
            {
                applicatie = applicatie.Url,
                component = component.Code,
                scopes,
                catalogus = formulier["catalogus"],
                type = type == AlleTypen ? "" : type[AlleVersies.Length..],
                maxVertrouwelijkheidaanduiding = formulier["niveau"],
            });
        }

        var autorisatie = new Dictionary<string, object>(StringComparer.Ordinal) { ["component"] = component.Code, ["scopes"] = scopes };
        if (component.Typen.Length > 0) autorisatie[component.Typelid] = type[EenVersie.Length..];
        if (component.HeeftNiveau) autorisatie["maxVertrouwelijkheidaanduiding"] = formulier["niveau"];
        return Zet(verzoek, model.Applicatie, [.. applicatie.Autorisaties ?? [], autorisatie]);
    }

    private async Task<IResult> Neem(Verzoek verzoek)
    {
        if (!Guid.TryParseExact(verzoek.Route("recht"), "D", out var recht) || await applicaties.Model(verzoek, Formulier.Leeg) is not { } model
            || model.Rechten.All(r => r.Url.LaatsteDeel() != $"{recht}")) return verzoek.NietGevonden();
        await inrichting.NeemRecht(verzoek, recht);
        return verzoek.GaNaar($"{model.Pad}?gebeurd=genomen");
    }

    /// <summary>Takes one back; the form names it by what it says, so that two administrators cannot take each other's.</summary>
    private async Task<IResult> NeemAutorisatie(Verzoek verzoek)
    {
        var formulier = await Formulier.Lees(verzoek);
        if (await applicaties.Model(verzoek, formulier) is not { } model) return verzoek.NietGevonden();
        var over = model.Applicatie.Autorisaties?.Where(a => a.Kenmerk != formulier["autorisatie"]).ToList() ?? [];
        var gedaan = await formulier.Probeer(Velden, "kop-versies", Weigering.Woorden(verzoek.T), async () =>
        {
            await Zet(verzoek, model, over);
            return "genomen";
        });
        return gedaan is null ? verzoek.Toon<ApplicatieScherm>(model, StatusCodes.Status422UnprocessableEntity) : verzoek.GaNaar($"{model.Pad}?gebeurd={gedaan}");
    }

    private Task Zet(Verzoek verzoek, Applicatiemodel model, IReadOnlyList<object> autorisaties) =>
        inrichting.WijzigApplicatie(verzoek, Guid.Parse(model.Applicatie.Url.LaatsteDeel()), model.Versie, new { autorisaties });

    private async Task<Rechtmodel?> Model(Verzoek verzoek, Formulier formulier)
    {
        if (Component.Alle.FirstOrDefault(c => c.Code == verzoek.Route("component")) is not { } component
            || await applicaties.Model(verzoek, formulier) is not { Applicatie.HeeftAlleAutorisaties: false } model) return null;
        return component.Typen.Length == 0
            ? new Rechtmodel(model, component, [], [], formulier)
            : new Rechtmodel(
                model, component, [.. (await catalogus.Alle<Typeversie>(verzoek, Doelen.Inrichten, component.Typen)).OrderBy(v => v.Omschrijving, StringComparer.CurrentCultureIgnoreCase).ThenBy(v => v.BeginGeldigheid)],
                await catalogus.Alle<Catalogus>(verzoek, Doelen.Inrichten, "catalogussen"), formulier);
    }
}

/// <param name="Typen">Published versions of the types that the component knows.</param>
internal sealed record Rechtmodel(Applicatiemodel Applicatie, Component Component, IReadOnlyList<Typeversie> Typen, IReadOnlyList<Catalogus> Catalogi, Formulier Formulier);
