using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Taal;
using Meent.Interaction.Toegang;
using Meent.Standards.Identificaties;

namespace Meent.Interaction.Zaken;

/// <summary>Who takes part in a zaak.</summary>
internal sealed class Rolhandelingen(Zakenbron zaken, Catalogusbron catalogus)
{
    private const string Persoon = "natuurlijk_persoon";
    private const string Organisatie = "niet_natuurlijk_persoon";
    private const string Afdeling = "organisatorische_eenheid";
    private const string Collega = "medewerker";
    private const string Behandelaar = "behandelaar";

    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal)
    {
        ["roltype"] = "roltype",
        ["betrokkeneIdentificatie.inpBsn"] = "nummer",
        ["betrokkeneIdentificatie.innNnpId"] = "nummer",
        ["betrokkeneIdentificatie.identificatie"] = "nummer",
        ["betrokkeneIdentificatie.geslachtsnaam"] = "naam",
        ["betrokkeneIdentificatie.statutaireNaam"] = "naam",
        ["betrokkeneIdentificatie.achternaam"] = "naam",
        ["betrokkeneIdentificatie.naam"] = "naam",
    };

    public IEnumerable<Handeling> Alle => [OpMijnNaam, Voeg];

    private Handeling OpMijnNaam => new("op-mijn-naam", "user-check", Rechten.ZakenBehandelen)
    {
        Naam = t => t["Op mijn naam zetten", "Take on this case"],
        Toets = "o",
        Uitleg = t => t["U wordt behandelaar van deze zaak.", "You become the handler of this case."],
        Gedaan = t => t["De zaak staat op uw naam.", "You handle this case now."],
        Kan = beeld => beeld.Zaak.IsOpen,
        Past = (beeld, medewerker) => !beeld.IsVan(medewerker),
        Doe = async uitvoering =>
        {
            var (verzoek, medewerker) = (uitvoering.Verzoek, uitvoering.Verzoek.Medewerker);
            var typen = await Typen(verzoek, uitvoering.Beeld);
            if (typen.FirstOrDefault(r => r.OmschrijvingGeneriek == Behandelaar) is not { } roltype)
            {
                uitvoering.Formulier.Fout(Handelingen.Reden, verzoek.T["Dit zaaktype kent geen behandelaar.", "This case type has no handler."]);
                return;
            }

            await Stuur(uitvoering, roltype.Url, Collega, new { identificatie = medewerker.Id, achternaam = medewerker.Naam });
        },
        VeldVan = Velden,
    };

    private Handeling Voeg => new("betrokkene", "user-plus", Rechten.ZakenBehandelen)
    {
        Naam = t => t["Betrokkene toevoegen", "Add a person or party"],
        Toets = "b",
        Gedaan = t => t["De betrokkene is toegevoegd.", "The person or party was added."],
        Kan = beeld => beeld.Zaak.IsOpen,
        Velden = async (verzoek, beeld) =>
        {
            var t = verzoek.T;
            return
            [
                new Keuzeinvoer("roltype", t["Rol in de zaak", "Part in the case"], [.. (await Typen(verzoek, beeld)).Select(r => (r.Url, r.Omschrijving))]),
                new Keuzeinvoer("soort", t["Wie is het?", "Who is it?"], Soorten(t)),
                new Tekstinvoer("voornamen", t["Voornamen (alleen bij een persoon)", "First names (of a person only)"], 200) { Verplicht = false },
                new Tekstinvoer("naam", t["Achternaam of naam", "Surname or name"], 200),
                new Tekstinvoer("nummer", t["Nummer", "Number"], 24)
                {
                    Verplicht = false,
                    Hulp = t["Burgerservicenummer van een persoon, RSIN van een organisatie, of medewerkernummer", "Citizen service number of a person, RSIN of an organisation, or employee id"],
                },
            ];
        },
        Doe = uitvoering =>
        {
            var (soort, naam, nummer) = (uitvoering["soort"], uitvoering["naam"], uitvoering["nummer"]);
            if (soort == Persoon && nummer.Length > 0 && !Bsn.TryParse(nummer, out _))
            {
                uitvoering.Formulier.Fout("nummer", uitvoering.Verzoek.T["Dit is geen geldig burgerservicenummer.", "This is not a valid citizen service number."]);
                return Task.CompletedTask;
            }

            object identificatie = soort switch
            {
                Persoon => new { inpBsn = nummer, voornamen = uitvoering["voornamen"], geslachtsnaam = naam },
                Organisatie => new { innNnpId = nummer, statutaireNaam = naam },
                Afdeling => new { identificatie = nummer, naam },
                _ => new { identificatie = nummer, achternaam = naam },
            };
            return Stuur(uitvoering, uitvoering["roltype"], soort, identificatie);
        },
        VeldVan = Velden,
    };

    private Task<IReadOnlyList<Roltype>> Typen(Verzoek verzoek, Zaakbeeld beeld) => catalogus.Van<Roltype>(verzoek, Doelen.ZakenBehandelen, "roltypen", beeld.Zaaktype.Url);

    private Task Stuur(Uitvoering uitvoering, string roltype, string soort, object identificatie) => zaken.Voeg(
        uitvoering.Verzoek, "rollen",
        new { zaak = uitvoering.Beeld.Zaak.Url, betrokkeneType = soort, roltype, roltoelichting = uitvoering.Reden, betrokkeneIdentificatie = identificatie }, uitvoering.Reden);

    private static IReadOnlyList<(string Waarde, string Tekst)> Soorten(Tekst t) =>
    [
        (Persoon, t["Persoon", "Person"]), (Organisatie, t["Organisatie", "Organisation"]), (Collega, t["Medewerker", "Employee"]), (Afdeling, t["Afdeling", "Department"]),
    ];
}
