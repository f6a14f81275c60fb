using System.Text.Json.Serialization;
using Meent.Services.Verhuur.Registraties;

namespace Meent.Services.Verhuur.Regels;

/// <summary>A row of the table: for which cases it is, and what it asks.</summary>
/// <param name="Naam">What people call it: "Binnenstad".</param>
/// <param name="Gebied">Only dwellings in this area; null for the whole municipality.</param>
/// <param name="Deel">Only when this much is let; null for both.</param>
/// <param name="Gebruik">Only dwellings that the host uses so; null for all.</param>
/// <param name="Registratieplicht">An offer must bear a registration number (art. 23a).</param>
/// <param name="Meldplicht">Every stay is reported before it starts (art. 23b).</param>
/// <param name="MaxNachtenPerKalenderjaar">Nachtencriterium (art. 23b); null sets no limit.</param>
/// <param name="MaxPersonen">Guests at the same time; null sets no limit.</param>
/// <param name="Vergunningplicht">Letting needs a permit (art. 23c).</param>
/// <param name="MaxVergunningen">Permits that hold at the same time under this row; null sets no limit.</param>
internal sealed record Regel(
    string Naam,
    Guid? Gebied,
    Deel? Deel,
    Gebruik? Gebruik,
    bool Registratieplicht,
    bool Meldplicht,
    int? MaxNachtenPerKalenderjaar,
    int? MaxPersonen,
    bool Vergunningplicht,
    int? MaxVergunningen)
{
    /// <summary>Months that a permit holds; null for until it is withdrawn.</summary>
    public int? VergunningMaanden { get; init; }

    [JsonIgnore]
    public bool IsVoorAlles => Gebied is null && Deel is null && Gebruik is null;

    /// <summary>What is not known of a case fits no condition on it.</summary>
    public bool Geldt(Geval geval) =>
        (Gebied is not { } gebied || geval.Gebieden.Contains(gebied)) && (Deel is null || Deel == geval.Deel) && (Gebruik is null || Gebruik == geval.Gebruik);
}

/// <summary>What the conditions of the table look at.</summary>
/// <param name="Gebieden">Areas in which the dwelling lies.</param>
internal sealed record Geval(IReadOnlySet<Guid> Gebieden, Deel? Deel, Gebruik? Gebruik)
{
    public Geval(IReadOnlySet<Guid> gebieden, Registratie registratie)
        : this(gebieden, registratie.Deel, registratie.Gebruik)
    {
    }
}
