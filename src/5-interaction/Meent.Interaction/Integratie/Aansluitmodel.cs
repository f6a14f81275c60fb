using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;

namespace Meent.Interaction.Integratie;

/// <summary>How far an organisation is with getting connected.</summary>
/// <param name="Aanvraag">Null when none is out.</param>
/// <param name="Aangemeld">Whether the Directory knows its Manager at the address that it has now.</param>
/// <param name="Contracten">Of all sorts and states, the latest first.</param>
/// <param name="Stap">The step of which <paramref name="Formulier"/> was sent in.</param>
internal sealed record Aansluitmodel(
    Fscgroep Groep, Certificaten Certificaten, Certificaatverzoek? Aanvraag, bool Aangemeld, IReadOnlyList<Fsccontract> Contracten,
    IReadOnlyDictionary<string, string> Namen, string Stap, Formulier Formulier)
{
    public Proefuitkomst? Uitkomst { get; init; }

    public bool InConfiguratie => Certificaten.Herkomst == "configuratie";

    /// <summary>Whether there is a certificate that lasts.</summary>
    public bool HeeftCertificaat => Certificaten.Eigen.Any(c => c.Geldigheid == "goed");

    /// <summary>Whether an own service stands in the Directory.</summary>
    public bool BiedtAan => Contracten.Any(c => c.IsGeldig && c.Delen.Any(d => d.Grant.IsPublicatie && d.Grant.Aanbieder == Groep.PeerId));

    /// <summary>Contracts under which this organisation uses a service of another, now or as soon as all have signed.</summary>
    public IReadOnlyList<Fsccontract> Gebruik => [.. Contracten.Where(c => (c.IsGeldig || c.State == Fsccontract.Voorgesteld) && c.Delen.Any(d => d.Grant.Gebruiker == Groep.PeerId))];

    /// <summary>The connections over which a call can go now, one for each purpose.</summary>
    public IReadOnlyList<Proefverbinding> Verbindingen => [.. Gebruik.Where(c => c.IsGeldig).SelectMany(c => c.Delen).Where(d => d.Grant.Gebruiker == Groep.PeerId)
        .SelectMany(d => d.Grant.Doelen.Count < 2
            ? [new Proefverbinding(d.Hash, null, d.Grant)]
            : d.Grant.Doelen.Select(doel => new Proefverbinding(d.Hash, doel.Id, d.Grant)))];
}

/// <param name="Doel">Which of the purposes; null when there is nothing to choose.</param>
internal sealed record Proefverbinding(string Hash, string? Doel, Fscgrant Grant)
{
    public string Kenmerk => Doel is null ? Hash : $"{Hash} {Doel}";
}
