namespace Meent.Services.Verhuur.Regels;

internal enum Overtreding
{
    GeenRegistratienummer,
    NietGemeld,
    TeVeelNachten,
    TeVeelPersonen,
    GeenVergunning,
    NietHoofdverblijf,
}

/// <summary>What an offence costs (Huisvestingswet 2014, art. 35), in whole euros.</summary>
/// <param name="Bedrag">The first time.</param>
/// <param name="BedragBijHerhaling">Again within the years that the rules name; null when that makes no difference.</param>
internal sealed record Boete(Overtreding Overtreding, int Bedrag, int? BedragBijHerhaling);

/// <param name="EerderOp">The earlier offence that makes this a repetition.</param>
internal sealed record Boetebedrag(int Bedrag, DateOnly? EerderOp, string Artikel);

/// <summary>What the rules of the day of an offence say that it costs.</summary>
internal static class Boeteberekening
{
    /// <param name="eerdere">Days of earlier offences of the same kind by the same person.</param>
    /// <returns>Null when the municipality has set no fine for it.</returns>
    public static Boetebedrag? Boete(this Regelset regels, Overtreding overtreding, DateOnly dag, IEnumerable<DateOnly> eerdere)
    {
        if (regels.Boetes.FirstOrDefault(boete => boete.Overtreding == overtreding) is not { } gevonden) return null;
        var eerder = eerdere.Where(e => e < dag && e >= dag.AddYears(-regels.Recidivejaren)).Max(e => (DateOnly?)e);
        return new(eerder is null ? gevonden.Bedrag : gevonden.BedragBijHerhaling ?? gevonden.Bedrag, eerder, Artikel(overtreding));
    }

    private static string Artikel(Overtreding overtreding) => "Huisvestingswet 2014, artikel " + (overtreding switch
    {
        Overtreding.GeenRegistratienummer => "23a",
        Overtreding.NietGemeld or Overtreding.TeVeelNachten => "23b",
        Overtreding.GeenVergunning or Overtreding.TeVeelPersonen => "23c",
        _ => "21",
    });
}
