using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;

namespace Meent.Interaction.Opvragen;

/// <summary>An address of this municipality by what people know of it: the fields <c>postcode</c>, <c>huisnummer</c> and <c>toevoeging</c> of a form.</summary>
internal static class Adresvraag
{
    /// <returns>What lies there in this municipality; empty when the form says why not.</returns>
    public static async Task<IReadOnlyList<Adres>> Zoek(Verzoek verzoek, Adressenbron adressen, Formulier formulier)
    {
        var t = verzoek.T;
        var postcode = Weergave.KaalNummer(formulier["postcode"]);
        if (postcode.Length != 6 || !postcode[..4].All(char.IsAsciiDigit) || !postcode[4..].All(char.IsAsciiLetterUpper))
            formulier.Fout("postcode", t["Vul een postcode in, bijvoorbeeld 1234 AB.", "Fill in a postal code, such as 1234 AB."]);
        var huisnummer = formulier.Getal("huisnummer", 1, 99_999, t["Vul een huisnummer in: alleen cijfers.", "Fill in a house number: digits only."]);
        if (!formulier.IsGoed) return [];

        var gevonden = (await adressen.Zoek(verzoek, Doelen.Registreren, postcode, $"{huisnummer}")).Where(adres => Past(adres, formulier["toevoeging"])).ToList();
        if (gevonden.Count == 0)
            formulier.Fout("postcode", t["Dit adres staat niet in de Basisregistratie Adressen en Gebouwen (BAG). Controleer postcode en huisnummer.", "This address is not in the Addresses and Buildings Database (BAG). Check the postal code and number."]);
        else if (!gevonden.Exists(adres => verzoek.Organisatie.Omvat(adres.AdresseerbaarObjectIdentificatie)))
            formulier.Fout("postcode", t[$"Dit adres ligt niet in {verzoek.Organisatie.Naam}. Kijk bij de gemeente waar de woning staat.", $"This address is not in {verzoek.Organisatie.Naam}. Look with the municipality where the home stands."]);
        return formulier.IsGoed ? gevonden : [];
    }

    private static bool Past(Adres adres, string toevoeging) =>
        toevoeging.Length == 0 || Weergave.KaalNummer($"{adres.Huisletter}{adres.Huisnummertoevoeging}") == Weergave.KaalNummer(toevoeging);
}
