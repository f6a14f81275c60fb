namespace Meent.Data.Modellen.Klantinteracties;

/// <summary>What has to be done after a contact (Klantinteracties 0.9.0, schema InterneTaak).</summary>
public sealed record InterneTaak
{
    [Max(10), Patroon(@"^-?[0-9]+\z")] public string? Nummer { get; init; }
    [Max(10), Patroon(@"^-?[0-9]+\z")] public string? Referentienummer { get; init; }
    [Max(200), NietLeeg] public required string GevraagdeHandeling { get; init; }
    public required Verwijzing AanleidinggevendKlantcontact { get; init; }

    /// <summary>The first of <see cref="ToegewezenAanActoren"/>; a client sends one of both.</summary>
    public Verwijzing? ToegewezenAanActor { get; init; }
    public IReadOnlyList<Verwijzing> ToegewezenAanActoren { get; init; } = [];
    [Max(1000)] public string Toelichting { get; init; } = "";
    [Keuze("te_verwerken", "verwerkt")] public required string Status { get; init; }
    [AlleenLezen] public DateTimeOffset ToegewezenOp { get; init; }
    public DateTimeOffset? AfgehandeldOp { get; init; }
}
