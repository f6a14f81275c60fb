using System.Text.Json;
using System.Text.Json.Serialization;

namespace Meent.Services.Huishoudboekje.Import;

/// <summary>The export of the existing Huishoudboekje; amounts are euros.</summary>
internal sealed record Uitvoer(
    IReadOnlyList<Uitvoer.Burger> Burgers, IReadOnlyList<Uitvoer.Huishouden>? Huishoudens, IReadOnlyList<Uitvoer.Organisatie> Organisaties, IReadOnlyList<Uitvoer.Rubriek> Rubrieken,
    IReadOnlyList<Uitvoer.Instelling>? Configuraties)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowReadingFromString };

    /// <summary>Name, address and how to reach somebody stand in it too; the registry of persons knows them, so they are not read.</summary>
    internal sealed record Burger(string Bsn, IReadOnlyList<Rekening>? Rekeningen, IReadOnlyList<Afspraak>? Afspraken)
    {
        public override string ToString() => "burger";
    }

    internal sealed record Rekening(string Iban, string Rekeninghouder);

    internal sealed record Huishouden(IReadOnlyList<Lid> Burgers);

    internal sealed record Lid(string Bsn)
    {
        public override string ToString() => "lid";
    }

    internal sealed record Organisatie(string Naam, string Kvknummer, string? Vestigingsnummer, IReadOnlyList<Afdeling> Afdelingen)
    {
        public string Sleutel => $"{Kvknummer}/{Vestigingsnummer}";
    }

    internal sealed record Afdeling(IReadOnlyList<Rekening>? Rekeningen);

    internal sealed record Rubriek(string Naam, string? Grootboekrekening);

    internal sealed record Instelling(string Key, string Value);

    internal sealed record Verwijzing(string Kvknummer, string? Vestigingsnummer)
    {
        public string Sleutel => $"{Kvknummer}/{Vestigingsnummer}";
    }

    internal sealed record Betaalinstructie(IReadOnlyList<string>? ByDay, IReadOnlyList<int>? ByMonth, IReadOnlyList<int>? ByMonthDay, DateOnly StartDate, DateOnly? EndDate, IReadOnlyList<DateOnly>? ExceptDates);

    internal sealed record Afspraak(
        Rubriek Rubriek, string Omschrijving, decimal Bedrag, bool Credit, DateOnly ValidFrom, DateOnly? ValidThrough, IReadOnlyList<string>? Zoektermen, Verwijzing? Organisatie, Betaalinstructie? Betaalinstructie);
}
