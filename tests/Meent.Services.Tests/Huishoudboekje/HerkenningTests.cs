using System.Text.Json;
using Meent.Services.Huishoudboekje.Afschriften;
using Meent.Services.Huishoudboekje.Afspraken;
using Meent.Services.Huishoudboekje.Rubrieken;
using Meent.Services.Huishoudboekje.Transacties;
using Meent.Testing;

namespace Meent.Services.Tests.Huishoudboekje;

/// <summary>Of which agreement a line is.</summary>
public sealed class HerkenningTests
{
    private const string Iban = "NL20INGB0001234567";
    private static readonly DateOnly Dag = new(2026, 5, 1);
    private static readonly Guid Fenna = Guid.CreateVersion7();
    private static readonly Guid Milan = Guid.CreateVersion7();

    /// <summary>Every sample of the existing system, booked by its own rules (recomputed; decision 0081 says where ours differ).</summary>
    [SharedTheory, MemberData(nameof(CamtTests.Bestanden), MemberType = typeof(CamtTests))]
    public void Lines_of_a_sample_are_booked_as_expected(string bestand)
    {
        var import = new Importbestand();
        using var verwacht = JsonDocument.Parse(File.ReadAllText(Omgeving.Shared("data", "bank", "expected", "hhb-automatisch-boeken-expected.json")));
        var regels = verwacht.RootElement.GetProperty(bestand).EnumerateArray().Select(r => r.GetProperty("geboektOp") is { ValueKind: JsonValueKind.Object } op
            ? $"{op.GetProperty("bsn").GetString()} {op.GetProperty("omschrijving").GetString()}" : "").ToList();
        var gelezen = CamtLezer.Lees(File.ReadAllBytes(Omgeving.Shared("data", "bank", bestand))).SelectMany(a => a.Regels)
            .Select(r => Herkenning.Zeker(r, import.Met(r.Tegenrekening)) is { } a ? $"{import.Bsn(a)} {a.Omschrijving}" : "").ToList();
        Assert.Equal(regels, gelezen);
    }

    [Fact]
    public void All_words_must_stand_in_it_and_without_words_nothing_is_sure()
    {
        var loon = Afspraak("salaris", "PERSONEEL 42");
        Assert.Same(loon, Zeker(50_00, "Salaris mei personeel 42", loon));
        Assert.Null(Zeker(50_00, "Salaris mei personeel 43", loon));
        Assert.Null(Zeker(50_00, "Salaris mei", loon));
        Assert.Null(Zeker(50_00, "loon", Afspraak()));
    }

    [Fact]
    public void What_goes_out_is_never_booked_on_what_comes_in_nor_outside_its_time()
    {
        var loon = Afspraak("loon") with { Tot = Dag };
        Assert.Null(Zeker(-50_00, "loon", loon));
        Assert.Null(Zeker(50_00, "loon", loon with { Van = Dag.AddDays(1), Tot = null }));
        Assert.Null(Zeker(50_00, "loon", loon with { Tot = Dag.AddDays(-1), Van = Dag.AddDays(-9) }));
        Assert.NotNull(Zeker(50_00, "loon", loon));
    }

    [Fact]
    public void Between_two_of_one_resident_the_amount_decides_and_then_which_began_first_whatever_the_order()
    {
        var (oud, nieuw) = (Afspraak("loon") with { Van = new(2020, 1, 1), Cent = 40_00 }, Afspraak("loon") with { Van = new(2025, 1, 1) });
        foreach (var volgorde in (Afspraak[][])[[oud, nieuw], [nieuw, oud]])
        {
            Assert.Same(nieuw, Zeker(50_00, "loon", volgorde));
            Assert.Same(oud, Zeker(40_00, "loon", volgorde));
            Assert.Same(oud, Zeker(45_00, "loon", volgorde));
        }
    }

    [Fact]
    public void Between_two_residents_a_person_has_to_look_and_sees_the_likeliest_first()
    {
        var (fenna, milan) = (Afspraak("loon"), Afspraak("loon", "mei") with { Deelnemer = Milan, Cent = 60_00 });
        Assert.Null(Zeker(60_00, "loon mei", fenna, milan));
        var suggesties = Herkenning.Suggesties(Regel(60_00, "loon mei"), [fenna, milan, Afspraak("niets")]).ToList();
        Assert.Equal([milan, fenna], suggesties.Take(2).Select(s => s.Afspraak));
        Assert.Equal((2, true, true), (suggesties[0].Termen, suggesties[0].AlleTermen, suggesties[0].Bedrag));
        Assert.False(suggesties[2].AlleTermen);
    }

    private static Afspraak Afspraak(params string[] zoektermen) => new()
    {
        Id = Guid.CreateVersion7(),
        Deelnemer = Fenna,
        Richting = Richting.Inkomst,
        Omschrijving = "Loon",
        Cent = 50_00,
        Rubriek = Guid.Empty,
        Tegenrekening = Iban,
        Van = new(2024, 1, 1),
        Zoektermen = zoektermen,
    };

    private static Afspraak? Zeker(long cent, string omschrijving, params Afspraak[] kandidaten) => Herkenning.Zeker(Regel(cent, omschrijving), kandidaten);

    private static Bankregel Regel(long cent, string omschrijving) => new(cent, Dag, Dag) { Tegenrekening = Iban, Omschrijving = omschrijving };
}
