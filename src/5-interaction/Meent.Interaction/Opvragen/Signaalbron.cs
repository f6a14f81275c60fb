using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>Signals of unusual use, from the logbook; who one is about comes only after two people wanted that.</summary>
internal sealed class Signaalbron(Bronnen bronnen)
{
    /// <summary>When use stands out here, and whether that is looked at.</summary>
    public async Task<Signaalregels> Regels(Verzoek verzoek) =>
        await bronnen.Haal<Signaalregels>(Namens(verzoek), Diensten.Logboek, "signaalregels", verzoek.Stop) ?? new(false, 0, 0, 0, default, default, 0, 0);

    /// <summary>Null when the organisation did not switch them on.</summary>
    public async Task<IReadOnlyList<Gebruikssignaal>?> Alle(Verzoek verzoek) => (await bronnen.Haal<Signaallijst>(Namens(verzoek), Diensten.Logboek, "signalen", verzoek.Stop))?.Signalen;

    /// <summary>Of which it became known that they are about who is logged in.</summary>
    public async Task<IReadOnlyList<Gebruikssignaal>> OverMij(Verzoek verzoek) => (await bronnen.Haal<Signaallijst>(Namens(verzoek), Diensten.Logboek, "signalen/over-mij", verzoek.Stop))?.Signalen ?? [];

    public Task<Gebruikssignaal?> Een(Verzoek verzoek, Guid id) => bronnen.Haal<Gebruikssignaal>(Namens(verzoek), Diensten.Logboek, $"signalen/{id}", verzoek.Stop);

    /// <exception cref="BronException">409: it was asked already; 403: the signal is about who asks.</exception>
    public Task Vraag(Verzoek verzoek, Guid id, string reden) =>
        bronnen.Verricht(HttpMethod.Post, Namens(verzoek), Diensten.Logboek, $"signalen/{id}/heridentificatie", new { reden }, verzoek.Stop);

    /// <exception cref="BronException">409: there is nothing to decide; 403: who asked does not decide, nor who it is about.</exception>
    public Task Besluit(Verzoek verzoek, Guid id, bool akkoord, string toelichting) =>
        bronnen.Verricht(HttpMethod.Post, Namens(verzoek), Diensten.Logboek, $"signalen/{id}/heridentificatie/besluit", new { akkoord, toelichting }, verzoek.Stop);

    private static Namens Namens(Verzoek verzoek) => verzoek.Namens(Doelen.Toezien);
}

internal sealed record Signaalregels(bool Aan, int VeelPersonen, int KeerCollegas, int Collegas, TimeOnly Van, TimeOnly Tot, int BuitenWerktijd, int ZonderZaak);

internal sealed record Signaallijst(IReadOnlyList<Gebruikssignaal> Signalen);

/// <param name="Regel"><c>veel-personen</c>, <c>buiten-werktijd</c> or <c>zonder-zaak</c>.</param>
/// <param name="Pseudoniem">Of the employee.</param>
/// <param name="Activiteit">URI of the activity; null for a rule over all.</param>
/// <param name="Medewerker">Their id, once that may be known.</param>
internal sealed record Gebruikssignaal(
    Guid Id, DateOnly Dag, string Regel, string Pseudoniem, string? Activiteit, long Personen, long Grens, string? Medewerker, IReadOnlyList<Heridentificatie> Heridentificaties)
{
    public string Pad => $"/werk/signalen/{Id}";

    /// <summary>The request on which nobody decided yet.</summary>
    public Heridentificatie? Open => Heridentificaties.FirstOrDefault(vraag => vraag.Toegestaan is null);
}

internal sealed record Heridentificatie(string Vrager, string Reden, DateTimeOffset Gevraagd, string? Beslisser, bool? Toegestaan, string? Toelichting, DateTimeOffset? Besloten);
