namespace Meent.Standards.Koppelvlak;

/// <summary>The services by name, with the path under an organisation's base URL at which each is served.</summary>
public static class Diensten
{
    public const string Zaken = "zaken";
    public const string Catalogi = "catalogi";
    public const string Documenten = "documenten";
    public const string Besluiten = "besluiten";
    public const string Referentielijsten = "referentielijsten";
    public const string Autorisaties = "autorisaties";
    public const string Rechten = "rechten";
    public const string Catalogusbeheer = "catalogusbeheer";
    public const string Vernietiging = "vernietiging";
    public const string Klantinteracties = "klantinteracties";
    public const string Contactgegevens = "contactgegevens";
    public const string Objecten = "objecten";
    public const string Objecttypen = "objecttypen";
    public const string Personen = "personen";
    public const string Reisdocumenten = "reisdocumenten";
    public const string Bewoning = "bewoning";
    public const string Verblijfplaatshistorie = "verblijfplaatshistorie";
    public const string Tabellen = "tabellen";
    public const string Terugmeldingen = "terugmeldingen";
    public const string Adressen = "adressen";
    public const string Woz = "woz";
    public const string Brk = "brk";
    public const string Kvk = "kvk";
    public const string Verhuur = "verhuur";
    public const string Huishoudboekje = "huishoudboekje";
    public const string Sdep = "sdep";
    public const string Logboek = "logboek";
    public const string Verwerkingsacties = "verwerkingsacties";
    public const string VerwerkteObjecten = "verwerkteobjecten";
    public const string Verwerkingsregister = "verwerkingsregister";
    public const string Toestemmingen = "toestemmingen";
    public const string Processtaat = "processtaat";
    public const string Processen = "processen";
    public const string Toegang = "toegang";
    public const string Notificaties = "notificaties";
    public const string Bezorging = "bezorging";
    public const string Fsc = "fsc";

    private static readonly Dictionary<string, string> Paden = new(StringComparer.Ordinal)
    {
        [Zaken] = "/zaken/api/v1",
        [Catalogi] = "/catalogi/api/v1",
        [Documenten] = "/documenten/api/v1",
        [Besluiten] = "/besluiten/api/v1",
        [Referentielijsten] = "/referentielijsten/api/v1",
        [Autorisaties] = "/autorisaties/api/v1",
        [Rechten] = "/rechten/api/v1",
        [Catalogusbeheer] = "/catalogusbeheer/api/v1",
        [Vernietiging] = "/vernietiging/api/v1",
        [Klantinteracties] = "/klantinteracties/api/v1",
        [Contactgegevens] = "/contactgegevens/api/v1",
        [Objecten] = "/objecten/api/v2",
        [Objecttypen] = "/objecttypen/api/v2",
        [Personen] = "/haalcentraal/api/brp",
        [Reisdocumenten] = "/haalcentraal/api/reisdocumenten",
        [Bewoning] = "/haalcentraal/api/bewoning",
        [Verblijfplaatshistorie] = "/haalcentraal/api/brphistorie",
        [Tabellen] = "/landelijketabellen/api/v1",
        [Terugmeldingen] = "/terugmeldingen/api/v1",
        [Adressen] = "/lvbag/individuelebevragingen/v2",
        [Woz] = "/woz/api/v1",
        [Brk] = "/brk/bevragen/v2",
        [Kvk] = "/kvk/api",
        [Verhuur] = "/verhuur/api/v1",
        [Huishoudboekje] = "/huishoudboekje/api/v1",
        [Sdep] = "/sdep/api",
        [Logboek] = "/logboek/api/v1",
        [Verwerkingsacties] = "/verwerkingsacties/api/v1",
        [VerwerkteObjecten] = "/verwerkteobjecten/api/v1",
        [Verwerkingsregister] = "/verwerkingsregister/api/v1",
        [Toestemmingen] = "/toestemmingen/api/v1",
        [Processtaat] = "/processtaat/api/v1",
        [Processen] = "/processen/api/v1",
        [Toegang] = "/toegang/api/v1",
        [Notificaties] = "/notificaties/api/v1",
        [Bezorging] = "/bezorging/api/v1",
        [Fsc] = "/fsc/api/v1",
    };

    /// <summary>Those of registries that another may keep, and that can then be asked there.</summary>
    public static IReadOnlyCollection<string> VanElders { get; } = [Personen, Reisdocumenten, Bewoning, Verblijfplaatshistorie, Woz];

    /// <summary>All names.</summary>
    public static IReadOnlyCollection<string> Alle => Paden.Keys;

    /// <exception cref="KeyNotFoundException">There is no service of that name.</exception>
    public static string Pad(string dienst) => Paden[dienst];

    /// <summary>What a client can be given by configuration, at services that the Autorisaties API does not know.</summary>
    public static IReadOnlyCollection<string> Scopes { get; } =
    [
        .. new[] { Klantinteracties, Contactgegevens }.SelectMany(dienst => (string[])[$"{dienst}.lezen", $"{dienst}.bijwerken"]),
        "logboek.schrijven", "logboek.lezen", "beslissingen.vragen",
        // The roles of SDEP.
        .. new[] { "ca", "str", "lsa", "lma", "ama", "sta", "read", "write" }.Select(rol => "sdep_" + rol),
        // VNG Verwerkingenlogging 0.9.0.
        .. new[] { "create", "read", "update", "delete" }.SelectMany(daad => (string[])[$"{daad}:normal", $"{daad}:confidential"]),
    ];

    public static bool Bestaat(string dienst) => Paden.ContainsKey(dienst);
}
