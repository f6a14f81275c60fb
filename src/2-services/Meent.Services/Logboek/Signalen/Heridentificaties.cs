using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Standards;
using Meent.Standards.Organisaties;

namespace Meent.Services.Logboek.Signalen;

/// <summary>
/// Signals as they are shown. No name is kept with one: when it was agreed to, the employee is found by making the pseudonyms of those who did something on
/// that day.
/// </summary>
internal sealed class Heridentificaties(Pseudoniemen pseudoniemen)
{
    public async Task<List<Signaalbeeld>> Beeld(Store store, IReadOnlyList<Signaal> signalen, CancellationToken stop)
    {
        var beelden = new List<Signaalbeeld>();
        foreach (var signaal in signalen)
        {
            var vragen = await store.Read(session => Heridentificatie.Van(session, signaal.Id), stop);
            var naam = vragen.Exists(vraag => vraag.Toegestaan == true) ? await Naam(store, signaal, stop) : null;
            beelden.Add(new(
                signaal.Id, signaal.Dag, signaal.Regel, signaal.Medewerker.Tekst[..8], signaal.Activiteit.Length == 0 ? null : signaal.Activiteit, signaal.Personen, signaal.Grens, naam,
                [.. vragen.Select(vraag => new Heridentificatiebeeld(vraag.Vrager, vraag.Reden, vraag.Gevraagd, vraag.Beslisser, vraag.Toegestaan, vraag.Toelichting, vraag.Besloten))]));
        }

        return beelden;
    }

    /// <exception cref="Standards.Problemen.ProbleemException">403: the signal is about who asks or decides.</exception>
    public void NietOverZichzelf(Organisatie organisatie, Signaal signaal, string wie)
    {
        if (pseudoniemen.Van(organisatie, Signaal.Soort, wie).Tekst == signaal.Medewerker.Tekst) throw Weiger.GeenRecht("Dit signaal gaat over u; anderen beslissen erover.");
    }

    private async Task<string?> Naam(Store store, Signaal signaal, CancellationToken stop) =>
        (await store.Read(session => session.Gebruikers(signaal.Dag.BeginVanDag(), signaal.Dag.AddDays(1).BeginVanDag()), stop))
            .Find(wie => pseudoniemen.Van(store.Organisatie, Signaal.Soort, wie).Tekst == signaal.Medewerker.Tekst);
}

internal sealed record Signaallijst(IReadOnlyList<Signaalbeeld> Signalen);

/// <param name="Pseudoniem">Of the employee: the same for all their signals.</param>
/// <param name="Medewerker">Their id; null unless two people agreed that it is known.</param>
internal sealed record Signaalbeeld(
    Guid Id, DateOnly Dag, string Regel, string Pseudoniem, string? Activiteit, long Personen, long Grens, string? Medewerker, IReadOnlyList<Heridentificatiebeeld> Heridentificaties);

internal sealed record Heridentificatiebeeld(string Vrager, string Reden, DateTimeOffset Gevraagd, string? Beslisser, bool? Toegestaan, string? Toelichting, DateTimeOffset? Besloten);
