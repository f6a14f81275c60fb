using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Taal;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Signalen;

/// <summary>Unusual use: the rules for every employee, signals without a name for who watches, and a name when one asks and another agrees.</summary>
internal sealed class SignaalPaginas(Signaalbron bron)
{
    private const string Pad = "/werk/signalen";
    private const int LangsteTekst = 1000;

    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal) { ["reden"] = "reden", ["toelichting"] = "toelichting" };

    public static void Map(Paginabouwer paginas)
    {
        var werk = paginas.Van<SignaalPaginas>();
        werk.Get(Pad, Eis.Medewerker(Rechten.SignalenInzien), p => p.Lijst);
        werk.Get(Pad + "/regels", Eis.ElkeMedewerker, p => p.Regels);
        werk.Get(Pad + "/{id:guid}", Eis.Medewerker(Rechten.SignalenInzien), p => v => p.Een(v, Formulier.Leeg));
        werk.Post(Pad + "/{id:guid}/naam", Eis.Medewerker(Rechten.SignalenVragen), p => p.Vraag);
        werk.Post(Pad + "/{id:guid}/besluit", Eis.Medewerker(Rechten.SignalenToestaan), p => p.Besluit);
    }

    private async Task<IResult> Lijst(Verzoek verzoek) => verzoek.Toon<SignalenScherm>(new Signalenmodel(await bron.Alle(verzoek)));

    private async Task<IResult> Regels(Verzoek verzoek) => !verzoek.Organisatie.Diensten.Contains(Diensten.Logboek) ? verzoek.NietGevonden()
        : verzoek.Toon<RegelsScherm>(new Regelsmodel(await bron.Regels(verzoek), await bron.OverMij(verzoek)));

    private async Task<IResult> Een(Verzoek verzoek, Formulier formulier, int status = StatusCodes.Status200OK)
    {
        if (await bron.Een(verzoek, Id(verzoek)) is not { } signaal) return verzoek.NietGevonden();
        return verzoek.Toon<SignaalScherm>(new Signaalmodel(signaal, await bron.Regels(verzoek), formulier, verzoek.Http.Request.Query["gebeurd"].ToString()), status);
    }

    private Task<IResult> Vraag(Verzoek verzoek) => Doe(verzoek, "reden",
        (formulier, t) => Tekst(formulier, "reden", t, t["Schrijf op waarom de naam nodig is.", "Write down why the name is needed."]),
        async formulier =>
        {
            await bron.Vraag(verzoek, Id(verzoek), formulier["reden"]);
            return "gevraagd";
        });

    private Task<IResult> Besluit(Verzoek verzoek) => Doe(verzoek, "toelichting",
        (formulier, t) =>
        {
            formulier.Keuze("akkoord", ["ja", "nee"], t["Kies of de naam bekend mag worden.", "Choose whether the name may be known."]);
            Tekst(formulier, "toelichting", t, t["Schrijf op waarom u dat vindt.", "Write down why you think so."]);
        },
        async formulier =>
        {
            await bron.Besluit(verzoek, Id(verzoek), formulier["akkoord"] == "ja", formulier["toelichting"]);
            return "besloten";
        });

    private async Task<IResult> Doe(Verzoek verzoek, string anders, Action<Formulier, Tekst> controleer, Func<Formulier, Task<string>> doe)
    {
        var formulier = await Formulier.Lees(verzoek);
        controleer(formulier, verzoek.T);
        return await formulier.Probeer(Velden, anders, Signaalwoorden.Weigering(verzoek.T), () => doe(formulier)) is { } gedaan
            ? verzoek.GaNaar($"{Pad}/{Id(verzoek)}?gebeurd={gedaan}")
            : await Een(verzoek, formulier, StatusCodes.Status422UnprocessableEntity);
    }

    private static void Tekst(Formulier formulier, string veld, Tekst t, string fout)
    {
        if (formulier.Verplicht(veld, fout).Length > LangsteTekst) formulier.Fout(veld, t[$"Gebruik hoogstens {LangsteTekst} tekens.", $"Use at most {LangsteTekst} characters."]);
    }

    private static Guid Id(Verzoek verzoek) => Guid.Parse(verzoek.Route("id")!);
}

/// <param name="Signalen">Null when the organisation does not look for them.</param>
internal sealed record Signalenmodel(IReadOnlyList<Gebruikssignaal>? Signalen);

/// <param name="OverMij">Of which it became known that they are about the reader.</param>
internal sealed record Regelsmodel(Signaalregels Regels, IReadOnlyList<Gebruikssignaal> OverMij);

internal sealed record Signaalmodel(Gebruikssignaal Signaal, Signaalregels Regels, Formulier Formulier, string Gebeurd);
