using Meent.Services.Verhuur;
using Meent.Services.Verhuur.Gebieden;
using Meent.Services.Verhuur.Regels;
using Meent.Services.Verhuur.Registraties;
using Meent.Standards.Problemen;

namespace Meent.Services.Tests.Verhuur;

/// <summary>The decision table of the rules: which row counts, which cannot be meant, and what an offence costs.</summary>
public sealed class RegelsetTests
{
    private static readonly Guid Centrum = Guid.CreateVersion7();
    private static readonly Guid Strand = Guid.CreateVersion7();

    private static readonly Regelset Tabel = Met(
        Rij("Kamers in het centrum", Centrum, Deel.Gedeelte, nachten: 90),
        Rij("Centrum", Centrum, nachten: 30),
        Rij("Tweede woningen", gebruik: Gebruik.TweedeWoning, nachten: 0),
        Rij("Strand", Strand, nachten: 120));

    [Theory]
    [InlineData(true, false, Deel.Geheel, Gebruik.Hoofdverblijf, "Centrum")]
    [InlineData(true, false, Deel.Gedeelte, Gebruik.Hoofdverblijf, "Kamers in het centrum")]
    [InlineData(true, false, Deel.Geheel, Gebruik.TweedeWoning, "Centrum")]
    [InlineData(false, true, Deel.Geheel, Gebruik.Hoofdverblijf, "Strand")]
    [InlineData(false, true, Deel.Geheel, Gebruik.TweedeWoning, "Tweede woningen")]
    [InlineData(true, true, Deel.Geheel, Gebruik.Hoofdverblijf, "Centrum")]
    [InlineData(false, false, Deel.Geheel, Gebruik.Hoofdverblijf, null)]
    [InlineData(true, false, null, null, "Centrum")]
    internal void The_first_row_that_fits_counts(bool centrum, bool strand, Deel? deel, Gebruik? gebruik, string? regel)
    {
        var gebieden = new HashSet<Guid>();
        if (centrum) gebieden.Add(Centrum);
        if (strand) gebieden.Add(Strand);
        Assert.Equal(regel, Tabel.Voor(new Geval(gebieden, deel, gebruik))?.Naam);
    }

    [Fact]
    public void A_row_behind_one_that_covers_it_is_refused()
    {
        Assert.Equal("regels.1:onbereikbaar", Fout(Met(Rij("Alles"), Rij("Centrum", Centrum))));
        Assert.Equal("regels.1:onbereikbaar", Fout(Met(Rij("Centrum", Centrum), Rij("Kamers", Centrum, Deel.Gedeelte))));
        Met(Rij("Kamers", Centrum, Deel.Gedeelte), Rij("Centrum", Centrum), Rij("Alles")).Controleer(Gebieden);
    }

    [Fact]
    public void A_row_names_an_area_that_exists_and_asks_nothing_that_cannot_be_asked()
    {
        Assert.Equal("regels.0.gebied:onbekend", Fout(Met(Rij("Elders", Guid.CreateVersion7()))));
        Assert.Equal("regels:leeg", Fout(Met()));
        Assert.Equal("regels.0.registratieplicht:zonderRegistratie", Fout(Met(Rij("Alles") with { Registratieplicht = false, MaxNachtenPerKalenderjaar = null })));
        Assert.Equal("regels.0.maxNachtenPerKalenderjaar:zonderMelding", Fout(Met(Rij("Alles") with { Meldplicht = false })));
        var dubbel = Met(Rij("Alles")) with { Boetes = [new(Overtreding.NietGemeld, 100, null), new(Overtreding.NietGemeld, 200, null)] };
        Assert.Equal("boetes:dubbel", Fout(dubbel));
    }

    [Fact]
    public void Rules_of_before_the_table_become_one_row_for_the_whole_municipality()
    {
        var oud = Regeltabel.VanVorm1(
            """{"id":"01970000-0000-7000-8000-000000000001","versie":2,"geldigVan":"2024-01-01","registratieplicht":true,"meldplicht":true,"maxNachtenPerKalenderjaar":60,"maxPersonen":6,"voorwaardenversie":"Voorwaarden 2024"}""");
        Assert.Equal((2, new DateOnly(2024, 1, 1), "Voorwaarden 2024"), (oud.Versie, oud.GeldigVan, oud.Voorwaardenversie));
        Assert.Equal(new Regel("Hele gemeente", null, null, null, true, true, 60, 6, false, null), Assert.Single(oud.Regels));
    }

    [Theory]
    [InlineData("2026-06-01", 1_500, null)]
    [InlineData("2026-06-01", 3_000, "2025-07-01", "2025-07-01")]
    [InlineData("2026-06-01", 3_000, "2024-06-01", "2024-06-01")]
    [InlineData("2026-06-01", 1_500, null, "2024-05-31")]
    [InlineData("2026-06-01", 1_500, null, "2026-06-01", "2026-07-01")]
    [InlineData("2026-06-01", 3_000, "2026-05-31", "2025-07-01", "2026-05-31")]
    public void A_repetition_within_the_years_costs_more(string dag, int bedrag, string? eerder, params string[] eerdere)
    {
        var regels = Met(Rij("Alles")) with { Boetes = [new(Overtreding.GeenRegistratienummer, 1_500, 3_000)], Recidivejaren = 2 };
        var boete = regels.Boete(Overtreding.GeenRegistratienummer, Klok.Dag(dag), eerdere.Select(Klok.Dag))!;
        Assert.Equal((bedrag, eerder is null ? null : Klok.Dag(eerder)), (boete.Bedrag, boete.EerderOp));
        Assert.Null(regels.Boete(Overtreding.NietGemeld, Klok.Dag(dag), []));
    }

    [Fact]
    public void The_worked_examples_can_be_used_as_they_are()
    {
        Assert.Equal(["Grachtenhoek", "Strandwijk", "Dijkland", "Zeedorp"], Voorbeeld.Alle.Select(v => v.Naam));
        foreach (var voorbeeld in Voorbeeld.Alle)
            (Met([.. voorbeeld.Regels]) with { Boetes = voorbeeld.Boetes, Recidivejaren = voorbeeld.Recidivejaren }).Controleer([]);
    }

    // The sources of the figures are in docs/decisions/0064.
    [Theory]
    [InlineData("Grachtenhoek", Gebruik.Hoofdverblijf, true, 30, 4, true)]
    [InlineData("Grachtenhoek", Gebruik.TweedeWoning, true, 0, 4, true)]
    [InlineData("Strandwijk", Gebruik.Hoofdverblijf, true, 30, 4, false)]
    [InlineData("Dijkland", Gebruik.Hoofdverblijf, false, null, null, false)]
    [InlineData("Zeedorp", Gebruik.TweedeWoning, false, null, null, false)]
    internal void Each_worked_example_asks_what_its_source_says(string naam, Gebruik gebruik, bool melden, int? nachten, int? personen, bool vergunning)
    {
        var regel = Met([.. Voorbeeld.Alle.Single(v => v.Naam == naam).Regels]).Voor(new Geval(new HashSet<Guid>(), Deel.Geheel, gebruik))!;
        Assert.Equal((true, melden, nachten, personen, vergunning), (regel.Registratieplicht, regel.Meldplicht, regel.MaxNachtenPerKalenderjaar, regel.MaxPersonen, regel.Vergunningplicht));
    }

    private static readonly Gebied[] Gebieden = [new(Centrum, "Centrum", "", 1, default, []), new(Strand, "Strand", "", 1, default, [])];

    private static Regelset Met(params Regel[] regels) => new(Guid.CreateVersion7(), 1, new DateOnly(2026, 1, 1), "Proef", regels, [], 0);

    private static Regel Rij(string naam, Guid? gebied = null, Deel? deel = null, Gebruik? gebruik = null, int nachten = 60) =>
        new(naam, gebied, deel, gebruik, true, true, nachten, 4, false, null);

    private static string Fout(Regelset regelset)
    {
        var probleem = Assert.Throws<ProbleemException>(() => regelset.Controleer(Gebieden)).Probleem;
        Assert.Equal(422, probleem.Status);
        var fout = Assert.Single(probleem.InvalidParams!);
        return $"{fout.Name}:{fout.Code}";
    }
}
