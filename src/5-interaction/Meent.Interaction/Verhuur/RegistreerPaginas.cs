using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Verhuur;

/// <summary>Registering a home in two steps: which address, and what is let there. The number comes from the process.</summary>
internal sealed class RegistreerPaginas(Personenbron personen, Adressenbron adressen, Processenbron processen)
{
    private const string Proces = "toeristische-verhuur-registratie";
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(8);
    private static readonly string[] Delen = ["geheel", "gedeelte"];
    private static readonly string[] Gebruiken = ["hoofdverblijf", "tweedeWoning", "anders"];

    public static void Map(Paginabouwer paginas)
    {
        var pagina = paginas.Van<RegistreerPaginas>();
        pagina.Get("/mijn/verhuur/registreren", Eis.Belanghebbende, p => p.KiesAdres);
        pagina.Post("/mijn/verhuur/registreren", Eis.Belanghebbende, p => p.AdresGekozen);
        pagina.Get("/mijn/verhuur/registreren/{adres}", Eis.Belanghebbende, p => p.Vul);
        pagina.Post("/mijn/verhuur/registreren/{adres}", Eis.Belanghebbende, p => p.Registreer);
    }

    private async Task<IResult> KiesAdres(Verzoek verzoek)
    {
        var eigen = await EigenAdres(verzoek);
        return verzoek.Toon<AdresKiezen>(new AdresModel(eigen, [], new Formulier(new Dictionary<string, string> { ["keuze"] = eigen is null ? "anders" : "eigen" })));
    }

    private async Task<IResult> AdresGekozen(Verzoek verzoek)
    {
        var formulier = await Formulier.Lees(verzoek);
        var eigen = await EigenAdres(verzoek);
        if (formulier["keuze"] == "eigen" && eigen is not null) return Verder(verzoek, eigen.NummeraanduidingIdentificatie!);

        var gevonden = await Adresvraag.Zoek(verzoek, adressen, formulier);
        if (!formulier.IsGoed) return Opnieuw([]);
        return gevonden is [var enige] ? Verder(verzoek, enige.NummeraanduidingIdentificatie) : Opnieuw(gevonden);

        IResult Opnieuw(IReadOnlyList<Adres> keuze) => verzoek.Toon<AdresKiezen>(
            new AdresModel(eigen, keuze, formulier), formulier.IsGoed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IResult> Vul(Verzoek verzoek)
    {
        if (await Adres(verzoek) is not { } adres) return verzoek.NietGevonden();
        // The business key: sending this form twice finds the same registration.
        var begin = new Formulier(new Dictionary<string, string> { ["sleutel"] = $"{Guid.CreateVersion7()}" });
        return verzoek.Toon<WoningVullen>(new WoningModel(adres, begin));
    }

    private async Task<IResult> Registreer(Verzoek verzoek)
    {
        if (await Adres(verzoek) is not { } adres) return verzoek.NietGevonden();
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        var deel = formulier.Keuze("deel", Delen, t["Kies wat u verhuurt.", "Choose what you let."]);
        var gebruik = formulier.Keuze("gebruik", Gebruiken, t["Kies wat voor woning het is.", "Choose what kind of home it is."]);
        var slaapplaatsen = formulier.Getal("slaapplaatsen", 1, 99, t["Vul het aantal slaapplaatsen in: 1 of meer.", "Fill in the number of sleeping places: 1 or more."]);
        var gasten = formulier.Getal("gasten", 1, 99, t["Vul in hoeveel gasten er tegelijk mogen slapen: 1 of meer.", "Fill in how many guests may stay at once: 1 or more."]);
        formulier.Keuze("akkoord", ["ja"], t["Ga akkoord met de regels om verder te gaan.", "Agree with the rules to continue."]);
        if (!Guid.TryParse(formulier["sleutel"], out var sleutel)) formulier.Fout("deel", t["Laad de pagina opnieuw.", "Reload the page."]);
        if (!formulier.IsGoed) return Opnieuw();

        try
        {
            var instantie = await processen.Start(verzoek, Doelen.Registreren, Proces, sleutel, new
            {
                burgerservicenummer = (verzoek.Bezoeker as Inwoner)?.Bsn.Cijfers,
                kvkNummer = (verzoek.Bezoeker as Bedrijf)?.KvkNummer,
                adresseerbaarObjectIdentificatie = adres.AdresseerbaarObjectIdentificatie,
                nummeraanduidingIdentificatie = adres.NummeraanduidingIdentificatie,
                deel,
                gebruik,
                slaapplaatsen,
                maximumGasten = gasten,
                eenheidsnaam = formulier["naam"].Length == 0 ? null : formulier["naam"],
            });
            return await Nummer(verzoek, instantie) is { } nummer
                ? verzoek.GaNaar($"/mijn/verhuur/{nummer}?gebeurd=geregistreerd")
                : verzoek.GaNaar("/mijn/verhuur?bezig");
        }
        catch (BronException fout) when (fout.Status is 400 or 409 or 422)
        {
            formulier.Neem(fout.Velden.Select(v => v with { Reason = Woorden.Weigering(t, v.Code, v.Reason) }), fout.Detail, Velden, "deel");
            return Opnieuw();
        }

        IResult Opnieuw() => verzoek.Toon<WoningVullen>(new WoningModel(adres, formulier), StatusCodes.Status422UnprocessableEntity);
    }

    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal)
    {
        ["deel"] = "deel",
        ["gebruik"] = "gebruik",
        ["slaapplaatsen"] = "slaapplaatsen",
        ["maximumGasten"] = "gasten",
        ["eenheidsnaam"] = "naam",
    };

    /// <summary>The number is there as soon as the process has called the register, which is nearly always before this asks.</summary>
    private async Task<string?> Nummer(Verzoek verzoek, Instantie instantie)
    {
        using var klok = CancellationTokenSource.CreateLinkedTokenSource(verzoek.Stop);
        klok.CancelAfter(Geduld);
        try
        {
            while (true)
            {
                if (instantie.Registratienummer is { } nummer) return nummer;
                await Task.Delay(100, klok.Token);
                instantie = await processen.Haal(verzoek, Doelen.Registreren, instantie.Id) ?? instantie;
            }
        }
        catch (OperationCanceledException) when (!verzoek.Stop.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<Verblijfplaats?> EigenAdres(Verzoek verzoek)
    {
        if (verzoek.Bezoeker is not Inwoner) return null;
        var verblijfplaats = (await personen.Zelf(verzoek, Persoonsvraag.Registreren))?.Verblijfplaats;
        return verblijfplaats is { IsBekendAdres: true } && verzoek.Organisatie.Omvat(verblijfplaats.AdresseerbaarObjectIdentificatie!)
            ? verblijfplaats
            : null;
    }

    private async Task<Adres?> Adres(Verzoek verzoek) =>
        verzoek.Route("adres") is { Length: 16 } id && id.All(char.IsAsciiDigit) && await adressen.Haal(verzoek, Doelen.Registreren, id) is { } adres
            && verzoek.Organisatie.Omvat(adres.AdresseerbaarObjectIdentificatie) ? adres : null;

    private static IResult Verder(Verzoek verzoek, string nummeraanduiding) => verzoek.GaNaar($"/mijn/verhuur/registreren/{nummeraanduiding}");
}

/// <param name="Eigen">Where the visitor lives, when that is in this municipality.</param>
/// <param name="Gevonden">Addresses to choose from, when there are several at one number.</param>
internal sealed record AdresModel(Verblijfplaats? Eigen, IReadOnlyList<Adres> Gevonden, Formulier Formulier);

internal sealed record WoningModel(Adres Adres, Formulier Formulier);
