using Meent.Interaction.Opvragen;
using Meent.Standards;

namespace Meent.Interaction.Zaken;

/// <summary>How a zaak stands to its term.</summary>
internal enum Termijnstand
{
    /// <summary>The zaak has ended.</summary>
    Afgerond,

    /// <summary>The term does not run now (Awb art. 4:15).</summary>
    Opgeschort,
    Verstreken,

    /// <summary>A week or less is left.</summary>
    Bijna,
    Ruim,

    /// <summary>Neither zaak nor zaaktype has one.</summary>
    Geen,
}

/// <param name="Uiterlijk">Last day.</param>
/// <param name="Dagen">Days that are left; below zero: days too late.</param>
internal sealed record Termijn(DateOnly? Uiterlijk, Termijnstand Stand, int Dagen)
{
    /// <summary>From so many days on it is said how few are left.</summary>
    public const int Week = 7;

    /// <summary>The last day that the zaak names, else the start with the doorlooptijd of the zaaktype and an extension.</summary>
    public static Termijn Van(Zaak zaak, string? doorlooptijd, DateOnly vandaag)
    {
        var uiterlijk = zaak.UiterlijkeEinddatumAfdoening ?? Berekend(zaak, doorlooptijd);
        var dagen = uiterlijk is { } dag ? dag.DayNumber - vandaag.DayNumber : 0;
        return new Termijn(uiterlijk, Bepaal(zaak, uiterlijk, dagen), dagen);
    }

    private static DateOnly? Berekend(Zaak zaak, string? doorlooptijd)
    {
        if (Periode.Lees(doorlooptijd) is not { } periode || periode == default || periode.Na(zaak.Startdatum) is not { } dag) return null;
        return zaak.IsVerlengd && Periode.Lees(zaak.Verlenging!.Duur) is { } langer ? langer.Na(dag) : dag;
    }

    private static Termijnstand Bepaal(Zaak zaak, DateOnly? uiterlijk, int dagen) => (zaak, uiterlijk, dagen) switch
    {
        ({ IsOpen: false }, _, _) => Termijnstand.Afgerond,
        ({ IsOpgeschort: true }, _, _) => Termijnstand.Opgeschort,
        (_, null, _) => Termijnstand.Geen,
        (_, _, < 0) => Termijnstand.Verstreken,
        (_, _, <= Week) => Termijnstand.Bijna,
        _ => Termijnstand.Ruim,
    };
}
