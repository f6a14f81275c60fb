using Meent.Standards.Koppelvlak;

namespace Meent.Configuratie;

/// <summary>Four invented organisations: what <c>meent serve</c> starts without configuration.</summary>
internal static class Demolandschap
{
    private static readonly string[] Registers = [Diensten.Personen, Diensten.Reisdocumenten, Diensten.Bewoning, Diensten.Verblijfplaatshistorie, Diensten.Tabellen, Diensten.Terugmeldingen, Diensten.Adressen, Diensten.Brk, Diensten.Kvk, Diensten.Sdep];

    private static readonly string[] Basisregistraties = [.. Registers, Diensten.Logboek, Diensten.Verwerkingsregister, Diensten.Toegang];

    /// <summary>What a municipality keeps itself; base registries it uses at their source.</summary>
    public static IReadOnlyList<string> VanGemeente { get; } =
        [.. Diensten.Alle.Except(Registers)];

    public static IReadOnlyList<OrganisatieOptions> Organisaties { get; } =
    [
        new() { Proef = true, Slug = "duinwaarde", Naam = "Gemeente Duinwaarde", Oin = "00000001990000011000", Rsin = "990000011", Gemeentecode = "9901", Diensten = VanGemeente },
        new() { Proef = true, Slug = "lindewoude", Naam = "Gemeente Lindewoude", Oin = "00000001990000023000", Rsin = "990000023", Gemeentecode = "9902", Diensten = VanGemeente },
        new()
        {
            Proef = true, Slug = "basisregistraties", Naam = "Stichting Basisregistraties Proeftuin", Oin = "00000001990000035000", Rsin = "990000035",
            Diensten = [.. Basisregistraties, Diensten.Fsc],
        },
        new() { Proef = true, Slug = "federatie", Naam = "Federatie Proeftuin", Oin = "00000001990000047000", Rsin = "990000047", Diensten = [Diensten.Fsc, Diensten.Toegang] },
    ];
}
