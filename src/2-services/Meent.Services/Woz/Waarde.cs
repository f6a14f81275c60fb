namespace Meent.Services.Woz;

/// <summary>A value that was decided.</summary>
internal sealed record Waarde
{
    private const string Vernietigd = "beschikking_vernietigd";

    private static readonly string[] Lopend = ["bezwaar_ingediend", "beroep_aangetekend", "hoger_beroep_aangetekend", "cassatie_ingesteld"];

    /// <summary>In whole euros.</summary>
    public required long VastgesteldeWaarde { get; init; }
    public required DateOnly Waardepeildatum { get; init; }

    /// <summary>From when it holds; kept, and not told (the description of the standard has it so).</summary>
    public DateOnly? Ingangsdatum { get; init; }

    /// <summary>Kept, and not told: <see cref="IndicatieBezwaarBeroep"/> says what follows from them.</summary>
    public IReadOnlyList<string>? BeschikkingsStatussen { get; init; }

    public bool? IndicatieBezwaarBeroep { get; init; }

    /// <summary>What they are worth now: of each waardepeildatum the decision that came last, without those that were annulled; the latest first.</summary>
    public static IReadOnlyList<Waarde>? Actueel(IReadOnlyList<Waarde>? waarden)
    {
        var actueel = waarden?.Where(waarde => waarde.BeschikkingsStatussen?.Contains(Vernietigd) != true)
            .GroupBy(waarde => waarde.Waardepeildatum)
            .Select(groep => groep.MaxBy(waarde => waarde.Ingangsdatum ?? DateOnly.MinValue)!)
            .OrderByDescending(waarde => waarde.Waardepeildatum)
            .Select(waarde => waarde with
            {
                Ingangsdatum = null,
                BeschikkingsStatussen = null,
                IndicatieBezwaarBeroep = waarde.BeschikkingsStatussen?.Any(Lopend.Contains) == true ? true : null,
            }).ToList();
        return actueel is { Count: > 0 } ? actueel : null;
    }
}
