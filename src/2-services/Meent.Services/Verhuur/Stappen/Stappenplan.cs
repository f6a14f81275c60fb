using Meent.Services.EigenApi;
using Meent.Services.Verhuur.Registraties;
using Meent.Standards.Problemen;

namespace Meent.Services.Verhuur.Stappen;

/// <summary>What is asked for.</summary>
/// <param name="Kennelijk">The mistake is manifest or on purpose: then nothing need come before suspension (art. 6 (4)).</param>
internal sealed record Stapvraag(Stapsoort Soort, string Reden, DateOnly? Termijn, string? Zaak, bool Kennelijk, string? Medewerker);

/// <summary>Which step can be taken from which state, as a table; and what it asks besides.</summary>
internal static class Stappenplan
{
    private const Registratiestatus Actief = Registratiestatus.Actief;

    /// <summary>All that is possible without a manifest mistake.</summary>
    public static readonly IReadOnlyList<(Registratiestatus Van, Stapsoort Stap, Registratiestatus Naar)> Tabel =
    [
        (Actief, Stapsoort.Herstelverzoek, Registratiestatus.Herstelverzoek),
        (Registratiestatus.Herstelverzoek, Stapsoort.Hersteld, Actief),
        (Registratiestatus.Herstelverzoek, Stapsoort.Voornemen, Registratiestatus.Voornemen),
        (Registratiestatus.Voornemen, Stapsoort.Zienswijze, Registratiestatus.Voornemen),
        (Registratiestatus.Voornemen, Stapsoort.Hersteld, Actief),
        (Registratiestatus.Voornemen, Stapsoort.Opschorten, Registratiestatus.Opgeschort),
        (Registratiestatus.Opgeschort, Stapsoort.Zienswijze, Registratiestatus.Opgeschort),
        (Registratiestatus.Opgeschort, Stapsoort.Hersteld, Actief),
        (Registratiestatus.Opgeschort, Stapsoort.Doorhalen, Registratiestatus.Doorgehaald),
    ];

    /// <summary>The step, when it can be taken now.</summary>
    /// <param name="eerdere">In order.</param>
    /// <exception cref="ProbleemException">409: not from this state, or not yet. 422: not by this person, or something is missing.</exception>
    public static Stap Neem(Registratiestatus nu, IReadOnlyList<Stap> eerdere, Stapvraag vraag, TimeProvider klok, DateOnly vandaag)
    {
        if (Naar(nu, vraag) is not { } naar) throw Weigering.Botst("stap", "nietVanuitDezeStand", $"Vanuit de stand '{nu.Woord()}' kan '{vraag.Soort.Woord()}' niet.");
        var vorige = eerdere.LastOrDefault(stap => stap.Soort != Stapsoort.Zienswijze);
        var gehoord = eerdere.Count > 0 && eerdere[^1].Soort == Stapsoort.Zienswijze;

        // Art. 6 (3): a reasonable period to correct, and to be heard, has to be over; who has been heard need not wait for it.
        if (vraag.Soort is Stapsoort.Voornemen or Stapsoort.Opschorten && !vraag.Kennelijk && vorige is { Termijn: { } termijn } && vandaag <= termijn && !gehoord)
            throw Weigering.Botst("stap", "termijnLoopt", $"De verhuurder heeft nog tot en met {termijn:yyyy-MM-dd}.");
        if (vraag.Soort is Stapsoort.Herstelverzoek or Stapsoort.Voornemen && (vraag.Termijn is not { } tot || tot <= vandaag))
            throw Weigering.Regel(new OngeldigVeld("termijn", "termijnNodig", "Geef de laatste dag waarop de verhuurder kan reageren, na vandaag."));
        if (vraag.Soort is Stapsoort.Herstelverzoek or Stapsoort.Voornemen is false && vraag.Termijn is not null)
            throw Weigering.Regel(new OngeldigVeld("termijn", "geenTermijn", "Bij deze stap hoort geen termijn."));
        var nieuw = new Stap(eerdere.Count + 1, vraag.Soort, nu, naar, vraag.Reden, vraag.Termijn, vraag.Zaak, vraag.Medewerker, klok.GetUtcNow());

        // Four eyes: nobody decides on what they proposed themselves, nor on what follows from their own decision.
        if (nieuw.IsBesluit && vorige?.Medewerker is { } wie && wie == vraag.Medewerker)
            throw Weigering.Regel(new OngeldigVeld("stap", "vierOgen", "Een ander moet dit besluit nemen: u nam de vorige stap."));
        return nieuw;
    }

    private static Registratiestatus? Naar(Registratiestatus nu, Stapvraag vraag)
    {
        if (vraag is { Soort: Stapsoort.Opschorten, Kennelijk: true } && nu is Actief or Registratiestatus.Herstelverzoek or Registratiestatus.Voornemen) return Registratiestatus.Opgeschort;
        foreach (var (van, stap, naar) in Tabel)
            if (van == nu && stap == vraag.Soort) return naar;
        return null;
    }
}
