using Meent.Services.EigenApi;
using Meent.Services.Verhuur.Regels;
using Meent.Standards.Identificaties;
using Meent.Standards.Problemen;

namespace Meent.Services.Verhuur.Registraties;

/// <summary>Reads a declaration of a host and holds it against the rules of today.</summary>
internal static class RegistratieInvoer
{
    public const string BagVorm = "Een BAG-identificatie heeft zestien cijfers.";

    /// <exception cref="ProbleemException">400 with every mistake.</exception>
    public static Registratie Lees(Invoer invoer, DateTimeOffset nu)
    {
        var registratie = new Registratie
        {
            Id = Guid.CreateVersion7(),
            Registratienummer = "",
            Verhuurder = Verhuurder(invoer.Deel("verhuurder")),
            AdresseerbaarObjectIdentificatie = invoer.Verplicht("adresseerbaarObjectIdentificatie", IsBag, BagVorm),
            NummeraanduidingIdentificatie = invoer.Verplicht("nummeraanduidingIdentificatie", IsBag, BagVorm),
            Deel = invoer.Keuze<Deel>("deel"),
            Gebruik = invoer.Keuze<Gebruik>("gebruik"),
            Slaapplaatsen = invoer.Getal("slaapplaatsen", 1, 1000),
            MaximumGasten = invoer.Getal("maximumGasten", 1, 1000),
            Eenheidsnaam = invoer.Optioneel("eenheidsnaam", 100),
            AangemaaktOp = nu,
            Regelset = Guid.Empty,
            Voorwaardenversie = "",
        };
        invoer.Klaar();
        return registratie;
    }

    /// <summary>A resident by BSN or a company by KVK number: one of the two.</summary>
    public static Verhuurder Verhuurder(Invoer invoer)
    {
        var bsn = invoer.Optioneel("burgerservicenummer", 9);
        var kvk = invoer.Optioneel("kvkNummer", 8);
        if (bsn is not null && !Bsn.TryParse(bsn, out _)) invoer.Fout("burgerservicenummer", "invalid", "Dit is geen geldig burgerservicenummer.");
        if (kvk is not null && (kvk.Length != 8 || !kvk.All(char.IsAsciiDigit))) invoer.Fout("kvkNummer", "invalid", "Een KVK-nummer heeft acht cijfers.");
        if (bsn is not null && kvk is not null) invoer.Fout("kvkNummer", "invalid", "Geef een burgerservicenummer of een KVK-nummer, niet allebei.");
        if (bsn is null && kvk is null && invoer.Aanwezig && !invoer.Genoemd("burgerservicenummer", "kvkNummer"))
            invoer.Fout("burgerservicenummer", "required", "Geef een burgerservicenummer of een KVK-nummer.");
        return new Verhuurder(bsn, kvk);
    }

    /// <summary>VV-09 and VV-13: a number is given where the rules of today ask for one, and remembers under which version.</summary>
    public static Registratie Volgens(this Registratie registratie, Regelset? regels, Geval geval) => regels?.Voor(geval) is { Registratieplicht: true }
        ? registratie with { Regelset = regels!.Id, Voorwaardenversie = regels.Voorwaardenversie }
        : throw Weigering.Regel(new OngeldigVeld("adresseerbaarObjectIdentificatie", "geenRegistratieplicht", "Voor deze woning is nu geen registratienummer nodig."));

    public static bool IsBag(string tekst) => tekst.Length == 16 && tekst.All(char.IsAsciiDigit);
}
