using Meent.Interaction.Opvragen;
using Meent.Interaction.Taal;

namespace Meent.Interaction.Integratie;

/// <summary>What a grant means, in a sentence that needs no knowledge of FSC.</summary>
/// <param name="namen">Names of Peers by OIN; who is not there is called by the OIN.</param>
internal sealed class Grantzin(Tekst t, IReadOnlyDictionary<string, string> namen)
{
    public string Naam(string oin) => namen.GetValueOrDefault(oin, oin);

    /// <summary>Who may do what, without the purposes and the term.</summary>
    public string Kort(Fscgrant grant) => grant switch
    {
        { IsPublicatie: true, Namens: null } => t[
            $"{Naam(grant.Aanbieder)} biedt de dienst {grant.Dienst} aan in de gids van {Naam(grant.Gids ?? "")}.",
            $"{Naam(grant.Aanbieder)} offers the service {grant.Dienst} in the directory of {Naam(grant.Gids ?? "")}."],
        { IsPublicatie: true } => t[
            $"{Naam(grant.Aanbieder)} biedt namens {Naam(grant.Namens!)} de dienst {grant.Dienst} aan in de gids van {Naam(grant.Gids ?? "")}.",
            $"{Naam(grant.Aanbieder)} offers the service {grant.Dienst} on behalf of {Naam(grant.Namens!)} in the directory of {Naam(grant.Gids ?? "")}."],
        _ => t[
            $"{Naam(grant.Gebruiker ?? "")} mag{NamensNl(grant.Namens)} de dienst {grant.Dienst} van {Naam(grant.Aanbieder)} gebruiken{AangebodenNl(grant.AanbiederNamens)}.",
            $"{Naam(grant.Gebruiker ?? "")} may use the service {grant.Dienst} of {Naam(grant.Aanbieder)}{NamensEn(grant.Namens)}{AangebodenEn(grant.AanbiederNamens)}."],
    };

    /// <summary>For what; null for a publication that says nothing of it.</summary>
    public string? Waarvoor(Fscgrant grant) => grant switch
    {
        { IsPublicatie: true, Toegestaan.Count: 0 } => null,
        { IsPublicatie: true } => t[$"De dienst is bedoeld voor: {string.Join(", ", grant.Toegestaan)}.", $"The service is meant for: {string.Join(", ", grant.Toegestaan)}."],
        { Doelen.Count: 0 } => t["Er staat geen doel bij. Een dienst met persoonsgegevens weigert dan.", "No purpose is stated. A service with personal data refuses then."],
        { Doelen.Count: 1 } => t[$"Alleen voor dit doel: {Doel(grant.Doelen[0])}.", $"Only for this purpose: {Doel(grant.Doelen[0])}."],
        _ => t[$"Alleen voor deze doelen: {string.Join("; ", grant.Doelen.Select(Doel))}.", $"Only for these purposes: {string.Join("; ", grant.Doelen.Select(Doel))}."],
    };

    /// <summary>From when until when.</summary>
    public string Termijn(Contractgeldigheid geldigheid) => t[
        $"Dit geldt van {t.Moment(geldigheid.Van)} tot {t.Moment(geldigheid.Tot)}.",
        $"This holds from {t.Moment(geldigheid.Van)} until {t.Moment(geldigheid.Tot)}."];

    private static string Doel(Fscdoel doel) => (doel.Omschrijving.Length > 0 ? doel.Omschrijving : doel.Id).TrimEnd('.');

    private string NamensNl(string? oin) => oin is null ? "" : $" namens {Naam(oin)}";

    private string NamensEn(string? oin) => oin is null ? "" : $" on behalf of {Naam(oin)}";

    private string AangebodenNl(string? oin) => oin is null ? "" : $", die dat doet namens {Naam(oin)}";

    private string AangebodenEn(string? oin) => oin is null ? "" : $", which offers it on behalf of {Naam(oin)}";
}
