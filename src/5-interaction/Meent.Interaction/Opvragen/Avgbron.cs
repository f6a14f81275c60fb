using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>
/// What residents ask of the organisation about their own data (AVG art. 15, 16 and 21): zaken as all others, so that who handles them finds them in the work
/// list. Each question names who is logged in, so that nobody else's can come back.
/// </summary>
internal sealed class Avgbron(Zakenbron zaken, Catalogusbron catalogus, Bronnen bronnen, TimeProvider klok)
{
    /// <summary>Of the zaaktype in the catalogue of the organisation.</summary>
    public const string Zaaktype = "AVG-VERZOEK";

    private const int Meeste = 100;
    private static readonly TimeSpan Opruimtijd = TimeSpan.FromSeconds(10);

    /// <summary>The version of today; null when the organisation does not take such requests here.</summary>
    public async Task<Zaaktype?> Soort(Verzoek verzoek) => !verzoek.Organisatie.Diensten.Contains(Diensten.Zaken) ? null
        : (await catalogus.Zaaktypen(verzoek, Doelen.ZakenBehandelen)).Versies.Where(z => z.Identificatie == Zaaktype && z.GeldtOp(klok.Vandaag())).MaxBy(z => z.BeginGeldigheid);

    /// <summary>The requests of who is logged in, the newest first.</summary>
    public Task<IReadOnlyList<Zaak>> Mijn(Verzoek verzoek) => Mijn(verzoek, Zaaktype);

    /// <summary>The zaken of a zaaktype that who is logged in asked for, the newest first.</summary>
    public async Task<IReadOnlyList<Zaak>> Mijn(Verzoek verzoek, string zaaktype)
    {
        if (!verzoek.Organisatie.Diensten.Contains(Diensten.Zaken)) return [];
        var versies = (await catalogus.Zaaktypen(verzoek, Doelen.ZakenBehandelen)).Versies.Where(z => z.Identificatie == zaaktype).Select(z => z.Url).ToList();
        if (versies.Count == 0) return [];
        var criteria = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["zaaktype__in"] = versies,
            ["rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"] = verzoek.Inwoner.Bsn.Cijfers,
            ["ordering"] = "-startdatum",
        };
        return (await zaken.Zoek(verzoek, criteria, Meeste, Plaats.Begin)).Results;
    }

    /// <summary>One request of who is logged in, with its outcome and all statussen that it got; null when it is not theirs.</summary>
    public async Task<(Zaak Zaak, IReadOnlyList<Zaakstatus> Statussen)?> Een(Verzoek verzoek, Guid id)
    {
        if (!(await Mijn(verzoek)).Any(z => z.Uuid == id) || await zaken.Haal(verzoek, id) is not { } zaak) return null;
        return (zaak, await zaken.Statussen(verzoek, zaak));
    }

    /// <summary>Makes the zaak with who asks in it and its first status: all, or nothing.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="BronException">A service refused.</exception>
    public async Task<Guid> Vraag(Verzoek verzoek, Zaaktype soort, string omschrijving, string toelichting, string reden)
    {
        var rollen = await catalogus.Van<Roltype>(verzoek, Doelen.ZakenBehandelen, "roltypen", soort.Url);
        var statussen = await catalogus.Van<Statustype>(verzoek, Doelen.ZakenBehandelen, "statustypen", soort.Url);
        var vandaag = klok.Vandaag();
        var gemaakt = await zaken.Voeg(verzoek, "zaken", new
        {
            bronorganisatie = verzoek.Organisatie.Rsin,
            verantwoordelijkeOrganisatie = verzoek.Organisatie.Rsin,
            zaaktype = soort.Url,
            omschrijving,
            toelichting,
            startdatum = vandaag,
            registratiedatum = vandaag,
            // AVG art. 12(3): within one month of receipt.
            uiterlijkeEinddatumAfdoening = vandaag.AddMonths(1),
        }, reden);
        var zaak = gemaakt.GetProperty("url").GetString()!;
        try
        {
            await zaken.Voeg(verzoek, "rollen", new
            {
                zaak,
                roltype = rollen.First(r => r.OmschrijvingGeneriek == "initiator").Url,
                betrokkeneType = "natuurlijk_persoon",
                roltoelichting = "Heeft dit gevraagd",
                betrokkeneIdentificatie = new { inpBsn = verzoek.Inwoner.Bsn.Cijfers, geslachtsnaam = verzoek.Inwoner.Naam },
            }, reden);
            await zaken.Voeg(verzoek, "statussen", new { zaak, statustype = statussen.MinBy(s => s.Volgnummer)!.Url, datumStatusGezet = klok.GetUtcNow() }, reden);
        }
        catch
        {
            await RuimOp(verzoek, zaak.LaatsteDeel());
            throw;
        }

        return Guid.Parse(zaak.LaatsteDeel());
    }

    /// <summary>A zaak in which nobody asks anything would be found by nobody; what went wrong is told by what was thrown first.</summary>
    private async Task RuimOp(Verzoek verzoek, string zaak)
    {
        using var geduld = new CancellationTokenSource(Opruimtijd);
        try
        {
            using var antwoord = await bronnen.Stuur(HttpMethod.Delete, verzoek.Namens(Doelen.ZakenBehandelen), Diensten.Zaken, $"zaken/{zaak}", null, geduld.Token);
        }
        catch (Exception fout) when (fout is HttpRequestException or OperationCanceledException)
        {
        }
    }
}
