using System.Text.Json.Serialization;
using Meent.Services.EigenApi;
using Meent.Services.Verhuur.Regels;
using Meent.Services.Verhuur.Registraties;

namespace Meent.Services.Verhuur.Vergunningen;

internal enum Vergunningstatus
{
    Aangevraagd,
    Verleend,
    Geweigerd,

    /// <summary>The application was taken back by the host, or the permit by the municipality.</summary>
    Ingetrokken,
}

/// <summary>What the municipality decided; null as employee when the host took back the application.</summary>
internal sealed record Vergunningbesluit(Vergunningstatus Uitkomst, string Reden, string? Zaak, string? Medewerker, DateTimeOffset GenomenOp);

/// <summary>Permission to let a registered unit where the rules ask for one (Huisvestingswet 2014, art. 23c), from its application on.</summary>
internal sealed record Vergunning
{
    public required Guid Id { get; init; }
    public required Guid Registratie { get; init; }
    public required string Registratienummer { get; init; }

    /// <summary>The row of the rules that asks for it, by what it is for and not by version: permits under it count against one maximum.</summary>
    public required string Quotum { get; init; }

    /// <summary>Name of that row, as it was at the application.</summary>
    public required string Regel { get; init; }
    public required DateOnly Van { get; init; }

    /// <summary>Last night; null for until it is withdrawn.</summary>
    public DateOnly? Tot { get; init; }
    public required DateTimeOffset AangevraagdOp { get; init; }
    public Vergunningstatus Status { get; init; }

    /// <summary>The draw in which it got its place, and that place: who is first is decided first.</summary>
    public Guid? Loting { get; init; }
    public int? Plaats { get; init; }

    /// <summary>In order.</summary>
    public IReadOnlyList<Vergunningbesluit> Besluiten { get; init; } = [];

    [JsonIgnore]
    public long Version { get; init; } = 1;

    /// <summary>Asked for or granted, and not ended before its time.</summary>
    [JsonIgnore]
    public bool Loopt => Status is Vergunningstatus.Aangevraagd or Vergunningstatus.Verleend;

    public bool GeldtOp(DateOnly nacht) => Status == Vergunningstatus.Verleend && Van <= nacht && (Tot is not { } tot || nacht <= tot);

    public bool Raakt(DateOnly van, DateOnly? tot) => Van <= (tot ?? DateOnly.MaxValue) && van <= (Tot ?? DateOnly.MaxValue);

    public static string Quotumsleutel(Regel regel) => $"{regel.Gebied?.ToString() ?? "*"}:{regel.Deel?.Woord() ?? "*"}:{regel.Gebruik?.Woord() ?? "*"}";
}
