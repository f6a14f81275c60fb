using System.Net;
using System.Text.Json;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>The register of tourist rentals.</summary>
internal sealed class Verhuurbron(Bronnen bronnen)
{
    /// <summary>The registrations of who is logged in; ownership is in the question, so that nobody else's can come back.</summary>
    public async Task<IReadOnlyList<Registratie>> VanMij(Verzoek verzoek, string doel)
    {
        object vraag = verzoek.Bezoeker is Bedrijf bedrijf ? new { bedrijf.KvkNummer } : new { burgerservicenummer = verzoek.Inwoner.Bsn.Cijfers };
        var antwoord = await bronnen.Zend<JsonElement>(HttpMethod.Post, verzoek.Namens(doel), Diensten.Verhuur, "registraties/_zoek", vraag, verzoek.Stop);
        return Lijst<Registratie>(antwoord);
    }

    public Task<Registratie?> Registratie(Verzoek verzoek, string doel, string nummer) =>
        bronnen.Haal<Registratie>(verzoek.Namens(doel), Diensten.Verhuur, $"registraties/{Uri.EscapeDataString(nummer)}", verzoek.Stop);

    public async Task<IReadOnlyList<Verblijfsmelding>> Meldingen(Verzoek verzoek, string doel, string nummer) =>
        Lijst<Verblijfsmelding>(await bronnen.Haal<JsonElement>(
            verzoek.Namens(doel), Diensten.Verhuur, $"meldingen?registratienummer={Uri.EscapeDataString(nummer)}", verzoek.Stop));

    public async Task<Nachtenstand> Nachten(Verzoek verzoek, string doel, string woonruimte, int jaar) =>
        await bronnen.Haal<Nachtenstand>(verzoek.Namens(doel), Diensten.Verhuur, $"woonruimten/{Uri.EscapeDataString(woonruimte)}/nachten?jaar={jaar}", verzoek.Stop)
            ?? new Nachtenstand(jaar, null, 0, null);

    public Task<Verblijfsmelding> Meld(Verzoek verzoek, Melding melding) =>
        bronnen.Zend<Verblijfsmelding>(HttpMethod.Post, verzoek.Namens(Doelen.Registreren), Diensten.Verhuur, "meldingen", melding, verzoek.Stop);

    public Task<Verblijfsmelding> Wijzig(Verzoek verzoek, Guid id, Melding melding) =>
        bronnen.Zend<Verblijfsmelding>(HttpMethod.Put, verzoek.Namens(Doelen.Registreren), Diensten.Verhuur, $"meldingen/{id}", melding, verzoek.Stop);

    public async Task Annuleer(Verzoek verzoek, Guid id) =>
        await bronnen.Zend<JsonElement>(HttpMethod.Post, verzoek.Namens(Doelen.Registreren), Diensten.Verhuur, $"meldingen/{id}/annulering", new { }, verzoek.Stop);

    public async Task<IReadOnlyList<Signaal>> Signalen(Verzoek verzoek, string nummer) =>
        Lijst<Signaal>(await bronnen.Haal<JsonElement>(
            verzoek.Namens(Doelen.Toezicht), Diensten.Verhuur, $"signalen?registratienummer={Uri.EscapeDataString(nummer)}", verzoek.Stop));

    public async Task Signaleer(Verzoek verzoek, string nummer, string toelichting, string reden) =>
        await bronnen.Zend<JsonElement>(
            HttpMethod.Post, verzoek.Namens(Doelen.Toezicht), Diensten.Verhuur, "signalen", new { registratienummer = nummer, toelichting, reden }, verzoek.Stop);

    /// <summary>What was done about a number, in order.</summary>
    public async Task<IReadOnlyList<Verhuurstap>> Stappen(Verzoek verzoek, string doel, string nummer) =>
        Lijst<Verhuurstap>(await bronnen.Haal<JsonElement>(verzoek.Namens(doel), Diensten.Verhuur, $"registraties/{Uri.EscapeDataString(nummer)}/stappen?pageSize=500", verzoek.Stop));

    public Task<Verhuurstap> NeemStap(Verzoek verzoek, string nummer, object stap) =>
        bronnen.Zend<Verhuurstap>(HttpMethod.Post, verzoek.Namens(Doelen.Toezicht), Diensten.Verhuur, $"registraties/{Uri.EscapeDataString(nummer)}/stappen", stap, verzoek.Stop);

    public Task<Verhuurstap> Zienswijze(Verzoek verzoek, string nummer, string tekst) =>
        bronnen.Zend<Verhuurstap>(HttpMethod.Post, verzoek.Namens(Doelen.Registreren), Diensten.Verhuur, $"registraties/{Uri.EscapeDataString(nummer)}/zienswijze", new { tekst }, verzoek.Stop);

    /// <summary>A list, bare or in a page.</summary>
    private static IReadOnlyList<T> Lijst<T>(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.Deserialize<IReadOnlyList<T>>(Bronnen.Json)!,
        JsonValueKind.Object when json.TryGetProperty("results", out var rijen) => Lijst<T>(rijen),
        _ => [],
    };
}

internal sealed record Registratie(
    string Registratienummer, string AdresseerbaarObjectIdentificatie, string NummeraanduidingIdentificatie, string Deel, string Gebruik,
    int Slaapplaatsen, int MaximumGasten, string? Eenheidsnaam, string Status, DateTimeOffset AangemaaktOp)
{
    /// <summary>Absent after the retention period.</summary>
    public Verhuurder? Verhuurder { get; init; }

    /// <summary>Offers may bear the number, and stays can be reported.</summary>
    public bool IsGeldig => Status is "actief" or "herstelverzoek" or "voornemen";

    /// <summary>The host can say something to what the municipality means to do or did.</summary>
    public bool VraagtZienswijze => Status is "voornemen" or "opgeschort";
}

/// <summary>Who lets the home: a resident or a company.</summary>
internal sealed record Verhuurder(string? Burgerservicenummer, string? KvkNummer)
{
    // A record prints its fields; a BSN must not reach a log by accident.
    public override string ToString() => "*********";
}

internal sealed record Melding(string Registratienummer, DateOnly Aankomst, DateOnly Vertrek, int Gasten);

internal sealed record Verblijfsmelding(Guid Id, DateOnly Aankomst, DateOnly Vertrek, int Gasten, string Status, int Nachten, IReadOnlyDictionary<string, int?>? NachtenOver)
{
    /// <summary>Only what has not begun can be changed by the host.</summary>
    public bool IsTeWijzigen => Status == "gepland";
}

/// <summary>Nights of one calendar year at one address, all hosts together.</summary>
internal sealed record Nachtenstand(int Jaar, int? Maximum, int Gebruikt, int? Over);

/// <param name="Medewerker">Only for employees.</param>
internal sealed record Verhuurstap(string Stap, string Naar, string Reden, DateOnly? Termijn, string? Zaak, string? Medewerker, DateTimeOffset GedaanOp);

internal sealed record Signaal(string Toelichting, string? Reden, DateTimeOffset? AangemaaktOp, string? Medewerker);
