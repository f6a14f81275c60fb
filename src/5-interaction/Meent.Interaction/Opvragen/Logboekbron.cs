using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;

namespace Meent.Interaction.Opvragen;

/// <summary>The organisation's logbook of data use.</summary>
internal sealed class Logboekbron(Bronnen bronnen, Logschrijver log)
{
    /// <summary>Who used the data of the logged-in resident.</summary>
    public Task<Inzage> Gebruik(Verzoek verzoek, DateOnly? van, DateOnly? tot, string? cursor) =>
        bronnen.Zend<Inzage>(HttpMethod.Post, verzoek.Namens(Doelen.Inzien), Diensten.Logboek, "inzage",
            new { burgerservicenummer = verzoek.Inwoner.Bsn.Cijfers, van, tot, cursor }, verzoek.Stop);

    /// <summary>What an employee is about to do, with the case or reason. Nothing may be shown when this fails.</summary>
    public Task Verantwoord(Verzoek verzoek, string handeling, string? zaak, string? reden) =>
        log.Audit(verzoek.Namens(Doelen.Toezicht), handeling, reden, zaak, verzoek.Stop);
}

internal sealed record Inzage(IReadOnlyList<Verwerking> Verwerkingen, string? Cursor);

/// <summary>One use of data.</summary>
/// <param name="Ontvanger">The other organisation that asked, if any.</param>
internal sealed record Verwerking(
    DateTimeOffset Tijdstip, string Handeling, Partij Organisatie, Verwerkingsdoel Doel, IReadOnlyList<string> Gegevens,
    Partij? Ontvanger, string? DoelOntvanger, bool Mislukt, string TraceId);

internal sealed record Partij(string Naam, string? Oin);

internal sealed record Verwerkingsdoel(string Uri, string? Naam, string? Omschrijving, string? Grondslag, string? ToelichtingGrondslag, string? Bewaartermijn);
