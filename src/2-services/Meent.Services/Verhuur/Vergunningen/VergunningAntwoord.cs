using Meent.Standards.Organisaties;

namespace Meent.Services.Verhuur.Vergunningen;

/// <param name="Medewerker">Only told to employees.</param>
internal sealed record BesluitAntwoord(Vergunningstatus Uitkomst, string Reden, string? Zaak, string? Medewerker, DateTimeOffset GenomenOp);

/// <param name="Quotum">What it is counted with: area, part and use, each a star where all count.</param>
/// <param name="Tot">Last night; absent for until it is withdrawn.</param>
/// <param name="Loting">The draw in which it got its place.</param>
internal sealed record VergunningAntwoord(
    string Url, Guid Id, string Registratienummer, string Quotum, string Regel, DateOnly Van, DateOnly? Tot, Vergunningstatus Status, DateTimeOffset AangevraagdOp,
    string? Loting, int? Plaats, IReadOnlyList<BesluitAntwoord> Besluiten)
{
    public static VergunningAntwoord Maak(Vergunning v, Organisatie organisatie, bool medewerker) => new(
        organisatie.Url(Links.Vergunning(v.Id)), v.Id, v.Registratienummer, v.Quotum, v.Regel, v.Van, v.Tot, v.Status, v.AangevraagdOp,
        v.Loting is { } loting ? organisatie.Url(Links.Loting(loting)) : null, v.Plaats,
        [.. v.Besluiten.Select(b => new BesluitAntwoord(b.Uitkomst, b.Reden, b.Zaak, medewerker ? b.Medewerker : null, b.GenomenOp))]);

    public static string ETag(Vergunning v) => $"\"{v.Id:n}-{v.Version}\"";
}
