using Meent.Services.Brk.Model;

namespace Meent.Services.Brk;

/// <summary>A line of a file: a kadastraal onroerende zaak with its rights and burdens, a person whom the kadaster keeps, or a stuk with its parts.</summary>
internal sealed record Brkregel
{
    public KadastraalOnroerendeZaak? KadastraalOnroerendeZaak { get; init; }

    /// <summary>As another way to find it: <c>DWD00 A 101</c>.</summary>
    public string? KadastraleAanduidingMetGemeentecode { get; init; }
    public IReadOnlyList<ZakelijkGerechtigde>? ZakelijkGerechtigden { get; init; }
    public IReadOnlyList<Hypotheek>? Hypotheken { get; init; }
    public IReadOnlyList<Beslag>? Beslagen { get; init; }
    public IReadOnlyList<Aantekening>? PrivaatrechtelijkeBeperkingen { get; init; }
    public IReadOnlyList<PubliekrechtelijkeBeperking>? PubliekrechtelijkeBeperkingen { get; init; }
    public KadasterNatuurlijkPersoon? KadasterNatuurlijkPersoon { get; init; }
    public KadasterNietNatuurlijkPersoon? KadasterNietNatuurlijkPersoon { get; init; }
    public Stuk? Stuk { get; init; }
    public IReadOnlyList<Stukdeel>? Stukdelen { get; init; }

    /// <summary>The zaak with what follows from what stands beside it.</summary>
    internal KadastraalOnroerendeZaak Zaak => KadastraalOnroerendeZaak! with
    {
        ZakelijkGerechtigdeIdentificaties = Nummers(ZakelijkGerechtigden, een => een.Identificatie),
        HypotheekIdentificaties = Nummers(Hypotheken, een => een.Identificatie),
        BeslagIdentificaties = Nummers(Beslagen, een => een.Identificatie),
        PrivaatrechtelijkeBeperkingIdentificaties = Nummers(PrivaatrechtelijkeBeperkingen, een => een.Identificatie),
    };

    internal Stuk StukMetDelen => Stuk! with { StukdeelIdentificaties = Nummers(Stukdelen, een => een.Identificatie) };

    private static List<string>? Nummers<T>(IReadOnlyList<T>? lijst, Func<T, string> nummer) => lijst is { Count: > 0 } ? [.. lijst.Select(nummer)] : null;
}
