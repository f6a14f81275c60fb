using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;

namespace Meent.Interaction.Opvragen;

/// <summary>Permits for tourist rental.</summary>
internal sealed class Vergunningbron(Bronnen bronnen)
{
    private const int Meest = 500;

    /// <summary>Of one number, in order of application.</summary>
    public Task<Vergunningblad> Van(Verzoek verzoek, string nummer) => Haal(verzoek, Doelen.Registreren, $"registratienummer={Uri.EscapeDataString(nummer)}&pageSize={Meest}");

    /// <summary>Of a status, the oldest application first.</summary>
    public Task<Vergunningblad> Met(Verzoek verzoek, string status, int pagina) => Haal(verzoek, Doelen.Toezicht, $"status={status}&page={pagina}");

    public Task<Vergunning?> Een(Verzoek verzoek, string doel, Guid id) => bronnen.Haal<Vergunning>(verzoek.Namens(doel), Diensten.Verhuur, $"vergunningen/{id}", verzoek.Stop);

    public Task<Vergunning> VraagAan(Verzoek verzoek, string nummer, DateOnly van) =>
        bronnen.Zend<Vergunning>(HttpMethod.Post, verzoek.Namens(Doelen.Registreren), Diensten.Verhuur, $"registraties/{Uri.EscapeDataString(nummer)}/vergunningen", new { van }, verzoek.Stop);

    public Task<Vergunning> TrekIn(Verzoek verzoek, Guid id, string reden) =>
        bronnen.Zend<Vergunning>(HttpMethod.Post, verzoek.Namens(Doelen.Registreren), Diensten.Verhuur, $"vergunningen/{id}/intrekking", new { reden }, verzoek.Stop);

    public Task<Vergunning> Besluit(Verzoek verzoek, Guid id, string uitkomst, string reden, string? zaak) =>
        bronnen.Zend<Vergunning>(HttpMethod.Post, verzoek.Namens(Doelen.Toezicht), Diensten.Verhuur, $"vergunningen/{id}/besluit", new { uitkomst, reden, zaak }, verzoek.Stop);

    public Task<Loting> Loot(Verzoek verzoek, string quotum) =>
        bronnen.Zend<Loting>(HttpMethod.Post, verzoek.Namens(Doelen.Toezicht), Diensten.Verhuur, "lotingen", new { quotum }, verzoek.Stop);

    private async Task<Vergunningblad> Haal(Verzoek verzoek, string doel, string vraag) =>
        await bronnen.Haal<Vergunningblad>(verzoek.Namens(doel), Diensten.Verhuur, $"vergunningen?{vraag}", verzoek.Stop) ?? new Vergunningblad(0, null, []);
}

internal sealed record Vergunningblad(long Count, string? Next, IReadOnlyList<Vergunning> Results);

/// <param name="Quotum">What it is counted with.</param>
/// <param name="Tot">Last night; null for until it is withdrawn.</param>
/// <param name="Loting">Address of the draw, open to all.</param>
internal sealed record Vergunning(
    Guid Id, string Registratienummer, string Quotum, string Regel, DateOnly Van, DateOnly? Tot, string Status, DateTimeOffset AangevraagdOp, string? Loting, int? Plaats,
    IReadOnlyList<Vergunningbesluit> Besluiten)
{
    public bool Loopt => Status is "aangevraagd" or "verleend";
}

/// <param name="Medewerker">Only for employees.</param>
internal sealed record Vergunningbesluit(string Uitkomst, string Reden, string? Zaak, string? Medewerker, DateTimeOffset GenomenOp);

internal sealed record Loting(string Url, string Quotum, IReadOnlyList<Guid> Volgorde);
