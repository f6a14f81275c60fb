namespace Meent.Data.Modellen.Klantinteracties;

/// <summary>Where somebody wants to be visited or to get post; need not be the address in a base registry (schemas Bezoekadres, Correspondentieadres and kin).</summary>
public sealed record Adres
{
    [Max(16), Patroon(@"^[0-9]{16}\z")] public string NummeraanduidingId { get; init; } = "";
    [Max(255)] public string Straatnaam { get; init; } = "";
    [Bereik(1, 99999)] public int? Huisnummer { get; init; }
    [Max(20)] public string Huisnummertoevoeging { get; init; } = "";
    [Max(7), Patroon(@"^[1-9][0-9]{3} [A-Z]{2}\z")] public string Postcode { get; init; } = "";
    [Max(255)] public string Stad { get; init; } = "";
    [Max(80)] public string Adresregel1 { get; init; } = "";
    [Max(80)] public string Adresregel2 { get; init; } = "";
    [Max(80)] public string Adresregel3 { get; init; } = "";
    [Max(2), Patroon(Landcodes)] public string Land { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2.</summary>
    private const string Landcodes =
        @"^(A[DEFGILMOQRSTUWXZ]|B[ABDEFGHIJLMNOQRSTVWYZ]|C[ACDFGHIKLMNORUVWXYZ]|D[EJKMOZ]|E[CEGHRST]|F[IJKMOR]|G[ABDEFGHILMNPQRSTUWY]|H[KMNRTU]|I[DELMNOQRST]|J[EMOP]|K[EGHIMNPRWYZ]|"
        + @"L[ABCIKRSTUVY]|M[ACDEFGHKLMNOPQRSTUVWXYZ]|N[ACEFGILOPRUZ]|OM|P[AEFGHKLMNRSTWY]|QA|R[EOSUW]|S[ABCDEGHIJKLMNORSTVXYZ]|T[CDFGHJKLMNORTVWZ]|U[AGMSYZ]|V[ACEGINU]|W[FS]|Y[ET]|Z[AMW])\z";
}

/// <summary>The name that somebody wants to be called by; need not be the one in the BRP (schemas Contactnaam, PersoonContact, ContactpersoonPersoon).</summary>
public sealed record Contactnaam
{
    [Max(10)] public string Voorletters { get; init; } = "";
    [Max(200)] public string Voornaam { get; init; } = "";
    [Max(10)] public string VoorvoegselAchternaam { get; init; } = "";
    [Max(200)] public string Achternaam { get; init; } = "";

    /// <summary>The name in full, without what is not known of it.</summary>
    public string Volledig() => string.Join(' ', new[] { Voornaam, VoorvoegselAchternaam, Achternaam }.Where(deel => deel.Length > 0));
}
