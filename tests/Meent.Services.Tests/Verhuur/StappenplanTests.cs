using Meent.Services.EigenApi;
using Meent.Services.Verhuur.Registraties;
using Meent.Services.Verhuur.Stappen;
using Meent.Standards;
using Meent.Standards.Problemen;

namespace Meent.Services.Tests.Verhuur;

/// <summary>The states of a number as a table (Regulation (EU) 2024/1028 art. 6).</summary>
public sealed class StappenplanTests
{
    private static readonly Klok Klok = new("2026-06-10T10:00:00Z");

    public static TheoryData<string, string, string?, bool> Alles()
    {
        var data = new TheoryData<string, string, string?, bool>();
        foreach (var van in Enum.GetNames<Registratiestatus>())
            foreach (var stap in Enum.GetNames<Stapsoort>())
                foreach (var kennelijk in (bool[])[false, true]) data.Add(van, stap, Verwacht(van, stap, kennelijk), kennelijk);
        return data;
    }

    // Written out once more, and not read from the code: this is what the Regulation allows.
    private static string? Verwacht(string van, string stap, bool kennelijk) => (van, stap) switch
    {
        ("Actief", "Herstelverzoek") => "Herstelverzoek",
        ("Herstelverzoek", "Hersteld") or ("Voornemen", "Hersteld") or ("Opgeschort", "Hersteld") => "Actief",
        ("Herstelverzoek", "Voornemen") => "Voornemen",
        ("Voornemen", "Zienswijze") => "Voornemen",
        ("Voornemen", "Opschorten") => "Opgeschort",
        ("Actief", "Opschorten") or ("Herstelverzoek", "Opschorten") when kennelijk => "Opgeschort",
        ("Opgeschort", "Zienswijze") => "Opgeschort",
        ("Opgeschort", "Doorhalen") => "Doorgehaald",
        _ => null,
    };

    [Theory]
    [MemberData(nameof(Alles))]
    public void From_each_state_only_its_own_steps_can_be_taken(string van, string stap, string? naar, bool kennelijk)
    {
        var soort = Enum.Parse<Stapsoort>(stap);
        DateOnly? termijn = soort is Stapsoort.Herstelverzoek or Stapsoort.Voornemen ? new DateOnly(2026, 7, 1) : null;
        var vraag = new Stapvraag(soort, "Reden", termijn, null, kennelijk, "a");
        if (naar is null) Assert.Equal("409 nietVanuitDezeStand", Weigering(() => Neem(Enum.Parse<Registratiestatus>(van), [], vraag)));
        else Assert.Equal(naar, Neem(Enum.Parse<Registratiestatus>(van), [], vraag).Naar.ToString());
    }

    [Fact]
    public void Who_has_time_to_respond_keeps_it_unless_they_responded()
    {
        var voornemen = Stap(1, Stapsoort.Voornemen, "a", new DateOnly(2026, 6, 10));
        var opschorten = new Stapvraag(Stapsoort.Opschorten, "Reden", null, null, false, "b");
        Assert.Equal("409 termijnLoopt", Weigering(() => Neem(Registratiestatus.Voornemen, [voornemen], opschorten)));
        Neem(Registratiestatus.Voornemen, [voornemen with { Termijn = new DateOnly(2026, 6, 9) }], opschorten);
        Neem(Registratiestatus.Voornemen, [voornemen, Stap(2, Stapsoort.Zienswijze, null, null)], opschorten);
        Neem(Registratiestatus.Voornemen, [voornemen], opschorten with { Kennelijk = true });

        var verzoek = Stap(1, Stapsoort.Herstelverzoek, "a", new DateOnly(2026, 6, 10));
        var nieuw = new Stapvraag(Stapsoort.Voornemen, "Reden", new DateOnly(2026, 7, 1), null, false, "a");
        Assert.Equal("409 termijnLoopt", Weigering(() => Neem(Registratiestatus.Herstelverzoek, [verzoek], nieuw)));
        Neem(Registratiestatus.Herstelverzoek, [verzoek with { Termijn = new DateOnly(2026, 6, 9) }], nieuw);
    }

    [Theory]
    [InlineData(Stapsoort.Herstelverzoek, null, "422 termijnNodig")]
    [InlineData(Stapsoort.Herstelverzoek, "2026-06-10", "422 termijnNodig")]
    [InlineData(Stapsoort.Hersteld, "2026-07-01", "422 geenTermijn")]
    internal void A_term_belongs_to_what_the_host_can_respond_to(Stapsoort stap, string? termijn, string fout)
    {
        var van = stap == Stapsoort.Hersteld ? Registratiestatus.Opgeschort : Registratiestatus.Actief;
        Assert.Equal(fout, Weigering(() => Neem(van, [], new Stapvraag(stap, "Reden", termijn is null ? null : Klok.Dag(termijn), null, false, "a"))));
    }

    [Fact]
    public void Nobody_decides_on_what_they_proposed_themselves()
    {
        var voornemen = Stap(1, Stapsoort.Voornemen, "a", new DateOnly(2026, 6, 1));
        var zienswijze = Stap(2, Stapsoort.Zienswijze, null, null);
        var besluit = new Stapvraag(Stapsoort.Opschorten, "Reden", null, null, false, "a");
        Assert.Equal("422 vierOgen", Weigering(() => Neem(Registratiestatus.Voornemen, [voornemen], besluit)));
        // What the host said in between does not make it another's.
        Assert.Equal("422 vierOgen", Weigering(() => Neem(Registratiestatus.Voornemen, [voornemen, zienswijze], besluit)));
        var opgeschort = Neem(Registratiestatus.Voornemen, [voornemen, zienswijze], besluit with { Medewerker = "b" });
        Assert.Equal((3, "b"), (opgeschort.Volgnummer, opgeschort.Medewerker));
        Assert.Equal("422 vierOgen", Weigering(() => Neem(Registratiestatus.Opgeschort, [voornemen, zienswijze, opgeschort], new Stapvraag(Stapsoort.Doorhalen, "Reden", null, null, false, "b"))));
        Neem(Registratiestatus.Opgeschort, [voornemen, zienswijze, opgeschort], new Stapvraag(Stapsoort.Doorhalen, "Reden", null, null, false, "a"));
    }

    private static Stap Neem(Registratiestatus nu, IReadOnlyList<Stap> eerdere, Stapvraag vraag) => Stappenplan.Neem(nu, eerdere, vraag, Klok, Klok.Vandaag());

    private static Stap Stap(int nummer, Stapsoort soort, string? medewerker, DateOnly? termijn) =>
        new(nummer, soort, Registratiestatus.Actief, Registratiestatus.Actief, "Reden", termijn, null, medewerker, DateTimeOffset.UnixEpoch);

    private static string Weigering(Func<Stap> doe)
    {
        var probleem = Assert.Throws<ProbleemException>(doe).Probleem;
        return $"{probleem.Status} {probleem.Code}";
    }
}
