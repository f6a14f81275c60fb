using System.Text.Json.Serialization;

namespace Meent.Services.Verhuur.Meldingen;

internal enum Meldingstatus
{
    Gepland,
    Lopend,
    Afgelopen,
    Geannuleerd,
}

internal sealed record Annulering(DateTimeOffset Op, string? Reden);

/// <summary>A stay, reported before it begins (Huisvestingswet 2014, art. 23b).</summary>
internal sealed record Melding
{
    public required Guid Id { get; init; }
    public required string Registratienummer { get; init; }
    public required string AdresseerbaarObjectIdentificatie { get; init; }
    public required DateOnly Aankomst { get; init; }
    public required DateOnly Vertrek { get; init; }
    public required int Gasten { get; init; }
    public required DateTimeOffset IngediendOp { get; init; }
    public DateTimeOffset? GewijzigdOp { get; init; }
    public Annulering? Annulering { get; init; }

    /// <summary>The versions of the rules that ruled its nights (VV-13).</summary>
    public required IReadOnlyList<Guid> Regelsets { get; init; }

    [JsonIgnore]
    public Guid Registratie { get; init; }

    [JsonIgnore]
    public long Version { get; init; } = 1;

    [JsonIgnore]
    public Verblijf Verblijf => new(Aankomst, Vertrek);

    /// <summary>Follows from the calendar, so it is never kept.</summary>
    public Meldingstatus Status(DateOnly vandaag) =>
        Annulering is not null ? Meldingstatus.Geannuleerd
        : vandaag < Aankomst ? Meldingstatus.Gepland
        : vandaag < Vertrek ? Meldingstatus.Lopend
        : Meldingstatus.Afgelopen;
}
