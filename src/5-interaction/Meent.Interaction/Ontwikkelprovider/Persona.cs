using Meent.Interaction.Inloggen;
using Meent.Standards.Organisaties;

namespace Meent.Interaction.Ontwikkelprovider;

/// <summary>Somebody invented, to log in as during development.</summary>
/// <param name="Kenmerk">BSN, KvK number or employee id.</param>
/// <param name="Rol">What is special about them.</param>
internal sealed record Persona(string Kenmerk, string Naam, string Rol)
{
    /// <summary>Client of the built-in provider; no secret protects anything there.</summary>
    public const string ClientId = "meent-ontwikkel";

    public const string ClientSecret = "alleen-voor-ontwikkeling";

    public static IReadOnlyList<Persona> Van(Inlogmiddel middel) => middel switch
    {
        _ when middel == Inlogmiddel.Digid =>
        [
            new("999970008", "Fenna Dijkgraaf", "woont in Duinwaarde, Zeelaan 12"),
            new("999970021", "Milan Dijkgraaf", "partner van Fenna, zelfde adres"),
            new("999970033", "Aïsha el Amrani", "woont in Duinwaarde, Duinpad 3 A"),
            new("999970045", "Joris van der Wierde", "woont in Lindewoude, Kerkbrink 7"),
            new("999970057", "Noor Hartog", "geheim adres"),
            new("999970069", "Teun Bakhuis", "overleden"),
        ],
        _ when middel == Inlogmiddel.Eherkenning =>
        [
            new("90000011", "Zeezicht Verhuur B.V.", "verhuurt in Duinwaarde"),
            new("90000022", "Lindehoeve Beheer B.V.", "verhuurt in Lindewoude"),
        ],
        _ =>
        [
            new("m.visser", "Marit Visser", "behandelaar verhuur"),
            new("k.osman", "Kemal Osman", "toezichthouder"),
            new("b.deboer", "Bas de Boer", "beheerder"),
            new("l.meijer", "Lotte Meijer", "consulent huishoudboekje"),
            new("h.jacobs", "Hanna Jacobs", "consulent huishoudboekje"),
            new("o.haddad", "Omar Haddad", "administratie huishoudboekje"),
            new("c.dekker", "Carla Dekker", "fiatteur huishoudboekje"),
            new("s.bakker", "Sanne Bakker", "behandelaar van alle zaken"),
            new("d.nkosi", "Daan Nkosi", "behandelaar evenementen, beslist niet"),
            new("f.yilmaz", "Fatma Yilmaz", "functioneel beheerder"),
            new("n.willems", "Nadia Willems", "integratiebeheerder"),
            new("r.smit", "Ruben Smit", "recordbeheerder"),
            new("i.vermeer", "Ilse Vermeer", "archivaris"),
            new("p.jansen", "Petra Jansen", "privacyfunctionaris"),
            new("g.fontein", "Gijs Fontein", "functionaris gegevensbescherming"),
            new("t.hofman", "Thijs Hofman", "gegevensbeheerder, behandelt terugmeldingen"),
            new("u.dienst", "Uma Dienst", "uit dienst"),
        ],
    };

    /// <summary>The built-in provider, as an organisation's client sees it.</summary>
    public static Inlogvoorziening Voorziening(Organisatie organisatie, Inlogmiddel middel) => new()
    {
        Uitgever = $"{organisatie.Basis}/ontwikkelprovider/{middel.Pad}",
        ClientId = ClientId,
        ClientSecret = ClientSecret,
        IsOntwikkeling = true,
    };
}
