using Meent.Services.EigenApi;
using Meent.Services.Huishoudboekje.Betalingen;
using Meent.Services.Huishoudboekje.Rubrieken;
using Meent.Standards.Identificaties;

namespace Meent.Services.Huishoudboekje.Afspraken;

/// <summary>What is asked of who makes or changes an agreement.</summary>
internal static class AfspraakInvoer
{
    private const int MaxCent = 100_000_00;
    private const int Bankregel = 140;

    public static Afspraak Lees(Invoer invoer, Guid id, Guid deelnemer)
    {
        var afspraak = new Afspraak
        {
            Id = id,
            Deelnemer = deelnemer,
            Richting = invoer.Keuze<Richting>("richting"),
            Omschrijving = invoer.Verplicht("omschrijving", Bankregel),
            Cent = invoer.Getal("cent", 1, MaxCent),
            Rubriek = Sleutel("rubriek"),
            Crediteur = invoer.OptioneleSleutel("crediteur"),
            Tegenrekening = Iban.TryParse(invoer.Verplicht("tegenrekening", tekst => Iban.TryParse(tekst, out _), "Een IBAN dat klopt."), out var iban) ? iban.Tekst : "",
            Van = invoer.Datum("van"),
            Tot = invoer.OptioneleDatum("tot"),
            Zoektermen = [.. invoer.Teksten("zoektermen", 20, 100).DistinctBy(term => term.ToUpperInvariant())],
            Schema = invoer.OptioneelDeel("schema") is { } schema ? Schema(schema) : null,
            Alarm = invoer.OptioneelDeel("alarm") is { } alarm ? new Marge(alarm.Getal("cent", 0, MaxCent), alarm.Getal("dagen", 0, 31)) : null,
        };
        if (afspraak.Tot < afspraak.Van) invoer.Fout("tot", "invalid", "De laatste dag ligt voor de eerste.");
        if (afspraak.Alarm is not null && afspraak.Schema is null) invoer.Fout("alarm", "invalid", "Zonder schema is niet bekend wanneer iets ontbreekt.");
        foreach (var term in afspraak.Zoektermen.Where(term => !term.Any(char.IsLetterOrDigit))) invoer.Fout("zoektermen", "invalid", $"In '{term}' staat geen letter of cijfer.");
        if (afspraak.Schema is { } gevraagd)
            foreach (var (veld, reden) in gevraagd.Betaalschema(afspraak.Van, afspraak.Tot).Fouten()) invoer.Fout($"schema.{veld}", "invalid", reden);
        invoer.Klaar();
        return afspraak;

        Guid Sleutel(string veld)
        {
            if (invoer.OptioneleSleutel(veld) is { } sleutel) return sleutel;
            if (!invoer.Genoemd(veld)) invoer.Fout(veld, "required", "Dit veld is verplicht.");
            return default;
        }
    }

    private static Schema Schema(Invoer invoer) => new(
        invoer.Getallen("byDay", 7, 1, 7), invoer.Getallen("byMonth", 12, 1, 12), invoer.Getallen("byMonthDay", 31, 1, 31),
        invoer.Datums("exceptDate", 100), invoer.OptioneleKeuze<Verschuiving>("verschuiving") ?? Verschuiving.Eerder, invoer.OptioneleVlag("eenmalig"));
}
