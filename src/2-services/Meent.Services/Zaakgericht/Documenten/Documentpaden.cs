using Meent.Standards.Koppelvlak;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>Where the resources of the Documenten API are; apart from them, since they point at each other.</summary>
internal static class Documentpaden
{
    private static readonly string Basis = Diensten.Pad(Diensten.Documenten);

    public static readonly string Informatieobjecten = $"{Basis}/enkelvoudiginformatieobjecten";
    public static readonly string Bestandsdelen = $"{Basis}/bestandsdelen";
    public static readonly string Zaakdossiers = $"{Basis}/zaakdossiers";
}
