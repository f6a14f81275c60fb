using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Identificaties;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Terugmelden;

/// <summary>A resident or an employee reports that a value may be wrong; the resident follows what the bronhouder does with it.</summary>
internal sealed class TerugmeldPaginas(Terugmeldbron bron)
{
    public const string Pad = "/mijn/terugmeldingen";
    public const string Werkpad = "/werk/terugmelden";

    private const int Langst = 1000;

    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal) { ["toelichting"] = "tekst", ["gegeven"] = "gegeven", ["burgerservicenummer"] = "bsn" };

    public static void Map(Paginabouwer paginas)
    {
        var paginasVan = paginas.Van<TerugmeldPaginas>();
        paginasVan.Get(Pad, Eis.Inwoner, p => p.Lijst);
        paginasVan.Get($"{Pad}/nieuw", Eis.Inwoner, _ => v => Task.FromResult(Nieuw(v)));
        paginasVan.Post($"{Pad}/nieuw", Eis.Inwoner, p => p.Meld);
        paginasVan.Get(Werkpad, Eis.Medewerker(Rechten.TerugmeldingenMelden), _ => v => Task.FromResult(Vraag(v)));
        // A form, because who it is about does not belong in an address.
        paginasVan.Post(Werkpad, Eis.Medewerker(Rechten.TerugmeldingenMelden), p => p.MeldOverAnder);
    }

    private async Task<IResult> Lijst(Verzoek verzoek)
    {
        try
        {
            return verzoek.Toon<TerugmeldingenScherm>(new Terugmeldingenmodel(await bron.Mijn(verzoek), verzoek.Http.Request.Query["gebeurd"] == "gemeld"));
        }
        catch (BronException fout) when (fout.Status is 400 or 403 or 404 or 502 or 503)
        {
            return NietHier(verzoek);
        }
    }

    private static IResult Nieuw(Verzoek verzoek)
    {
        var gegeven = verzoek.Http.Request.Query["gegeven"].ToString();
        return verzoek.Toon<NieuweTerugmeldingScherm>(new NieuweTerugmeldingmodel(new Formulier(new Dictionary<string, string> { ["gegeven"] = gegeven }), Langst));
    }

    private async Task<IResult> Meld(Verzoek verzoek)
    {
        var formulier = await Formulier.Lees(verzoek);
        var gedaan = await Doe(verzoek, formulier, verzoek.Inwoner.Bsn, "inwoner", $"{Pad}?gebeurd=gemeld");
        return gedaan is null
            ? verzoek.Toon<NieuweTerugmeldingScherm>(new NieuweTerugmeldingmodel(formulier, Langst), StatusCodes.Status422UnprocessableEntity)
            : verzoek.GaNaar(gedaan);
    }

    private static IResult Vraag(Verzoek verzoek) => verzoek.Toon<TerugmeldScherm>(new TerugmeldWerkmodel(Formulier.Leeg, verzoek.Http.Request.Query["gebeurd"] == "gemeld", Langst));

    private async Task<IResult> MeldOverAnder(Verzoek verzoek)
    {
        var formulier = await Formulier.Lees(verzoek);
        if (!Bsn.TryParse(formulier["bsn"], out var bsn)) formulier.Fout("bsn", verzoek.T["Vul een burgerservicenummer van 9 cijfers in.", "Fill in a citizen service number of 9 digits."]);
        var gedaan = await Doe(verzoek, formulier, bsn, "medewerker", $"{Werkpad}?gebeurd=gemeld");
        return gedaan is null
            ? verzoek.Toon<TerugmeldScherm>(new TerugmeldWerkmodel(formulier, false, Langst), StatusCodes.Status422UnprocessableEntity)
            : verzoek.GaNaar(gedaan);
    }

    private Task<string?> Doe(Verzoek verzoek, Formulier formulier, Bsn wie, string melder, string klaar)
    {
        var t = verzoek.T;
        var gegeven = formulier.Keuze("gegeven", Terugmeldbron.Gegevens, t["Kies wat er niet klopt.", "Choose what is wrong."]);
        var tekst = formulier.Verplicht("tekst", t["Schrijf op wat er niet klopt, en wat het moet zijn.", "Write down what is wrong, and what it should be."]);
        if (tekst.Length > Langst) formulier.Fout("tekst", t[$"Gebruik hoogstens {Langst} tekens.", $"Use at most {Langst} characters."]);
        return formulier.Probeer(Velden, "tekst", _ => null, async () =>
        {
            await bron.Meld(verzoek, wie, gegeven, tekst, melder);
            return klaar;
        });
    }

    private static IResult NietHier(Verzoek verzoek) => verzoek.Fout(
        StatusCodes.Status503ServiceUnavailable, verzoek.T["Dit kan nu niet", "This is not possible now"],
        verzoek.T["De bronhouder is niet bereikbaar. Probeer het later opnieuw, of bel de gemeente.", "The keeper of the registry cannot be reached. Try again later, or call the municipality."]);
}

/// <param name="Gemeld">One was reported just now.</param>
internal sealed record Terugmeldingenmodel(IReadOnlyList<Terugmelding> Terugmeldingen, bool Gemeld);

internal sealed record NieuweTerugmeldingmodel(Formulier Formulier, int Langst);

internal sealed record TerugmeldWerkmodel(Formulier Formulier, bool Gemeld, int Langst);
