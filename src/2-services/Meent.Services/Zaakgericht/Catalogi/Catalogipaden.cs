using Meent.Standards.Koppelvlak;

namespace Meent.Services.Zaakgericht.Catalogi;

/// <summary>Where the resources of the Catalogi API are; apart from them, since they point at each other.</summary>
internal static class Catalogipaden
{
    private static readonly string Basis = Diensten.Pad(Diensten.Catalogi);

    public static readonly string Catalogussen = $"{Basis}/catalogussen";
    public static readonly string Zaaktypen = $"{Basis}/zaaktypen";
    public static readonly string Statustypen = $"{Basis}/statustypen";
    public static readonly string Resultaattypen = $"{Basis}/resultaattypen";
    public static readonly string Roltypen = $"{Basis}/roltypen";
    public static readonly string Eigenschappen = $"{Basis}/eigenschappen";
    public static readonly string Informatieobjecttypen = $"{Basis}/informatieobjecttypen";
    public static readonly string Besluittypen = $"{Basis}/besluittypen";
    public static readonly string Zaakobjecttypen = $"{Basis}/zaakobjecttypen";
}
