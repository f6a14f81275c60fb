namespace Meent.Services.Brk.Model;

/// <summary>A perceel or appartementsrecht, with what BRK bevragen 2 tells of it.</summary>
internal sealed record KadastraalOnroerendeZaak
{
    public required string Identificatie { get; init; }
    public string? Domein { get; init; }
    public bool? IndicatieVervallen { get; init; }
    public Vlak? BegrenzingPerceel { get; init; }
    public decimal? PerceelnummerRotatie { get; init; }
    public Punt? Plaatscoordinaten { get; init; }
    public TypeKoopsom? Koopsom { get; init; }
    public string? ToelichtingBewaarder { get; init; }
    public required string Type { get; init; }
    public Waardelijst? AardCultuurBebouwd { get; init; }
    public Waardelijst? AardCultuurOnbebouwd { get; init; }
    public required string KadastraleAanduiding { get; init; }
    public TypeOppervlak? KadastraleGrootte { get; init; }
    public Perceelnummerverschuiving? PerceelnummerVerschuiving { get; init; }
    public IReadOnlyList<LocatieKadastraalObject>? Adressen { get; init; }
    public string? GesplitstZakelijkRecht { get; init; }
    public IReadOnlyList<string>? ZakelijkGerechtigdeIdentificaties { get; init; }
    public IReadOnlyList<string>? PrivaatrechtelijkeBeperkingIdentificaties { get; init; }
    public IReadOnlyList<string>? HypotheekIdentificaties { get; init; }
    public IReadOnlyList<string>? BeslagIdentificaties { get; init; }
    public Filiatie? IsOvergegaanIn { get; init; }
    public Filiatie? IsOntstaanUit { get; init; }
    public IReadOnlyList<Perceel>? BijbehorendeGrondpercelen { get; init; }
    public IReadOnlyList<Appartementsrecht>? BijbehorendeAppartementsrechten { get; init; }
    public IReadOnlyList<string>? IsVermeldInStukdeelIdentificaties { get; init; }
    public IReadOnlyList<string>? StukIdentificaties { get; init; }
    public bool? IndicatieSluimerend { get; init; }
}

/// <summary>In metres of the Rijksdriehoek system.</summary>
internal sealed record Punt(string Type, IReadOnlyList<double> Coordinates);

/// <inheritdoc cref="Punt"/>
internal sealed record Vlak(string Type, IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> Coordinates);

internal sealed record TypeKoopsom(long? Koopsom = null, int? Koopjaar = null, bool? IndicatieMetMeerObjectenVerkregen = null);

internal sealed record TypeOppervlak(Waardelijst? SoortGrootte = null, long? Waarde = null);

internal sealed record Perceelnummerverschuiving(decimal? Deltax = null, decimal? Deltay = null);

internal sealed record Perceel(string Identificatie);

internal sealed record Appartementsrecht(string Identificatie, int? Volgnummer = null, bool? IndicatieSluimerend = null);

internal sealed record Filiatie(Waardelijst? Aard = null, IReadOnlyList<Filiatiezaak>? KadastraalOnroerendeZaken = null);

internal sealed record Filiatiezaak(string Identificatie, string Type, bool? IndicatieSluimerend = null);
