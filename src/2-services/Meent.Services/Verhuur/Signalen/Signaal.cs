using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Standards.Organisaties;

namespace Meent.Services.Verhuur.Signalen;

/// <summary>Something that an employee noticed about a registration.</summary>
/// <param name="Reden">Why the registration was looked at: a zaak, or in words.</param>
/// <param name="Medewerker">Who noted it; stays inside the municipality.</param>
internal sealed record Signaal(Guid Id, string Registratienummer, string Toelichting, string Reden, string? Medewerker, DateTimeOffset AangemaaktOp);

internal sealed record SignaalAntwoord(string Url, Guid Id, string Registratienummer, string Toelichting, string Reden, string? Medewerker, DateTimeOffset AangemaaktOp)
{
    public static SignaalAntwoord Van(Signaal signaal, Organisatie organisatie) => new(
        organisatie.Url(Links.Signaal(signaal.Id)), signaal.Id, signaal.Registratienummer, signaal.Toelichting, signaal.Reden, signaal.Medewerker, signaal.AangemaaktOp);
}

internal static class Signaaltabel
{
    public static async ValueTask Voeg(this Session session, Signaal signaal, Guid registratie) => await session.Execute(
        "INSERT INTO verhuur_signalen (id, registratie, body, vorm) VALUES ($1, $2, $3, $4)", signaal.Id, registratie, EigenJson.Schrijf(signaal), EigenJson.Vorm);

    public static ValueTask<Signaal?> Signaal(this Session session, Guid id) =>
        session.One("SELECT body FROM verhuur_signalen WHERE id = $1", Lees, id);

    public static async ValueTask<(long Aantal, List<Signaal> Deel)> Signalen(this Session session, Guid registratie, Deelvraag deel)
    {
        var aantal = await session.One("SELECT COUNT(*) FROM verhuur_signalen WHERE registratie = $1", row => row.Long(0), registratie);
        return (aantal, await session.All($"SELECT body FROM verhuur_signalen WHERE registratie = $1 ORDER BY id DESC {deel.Sql}", Lees, registratie));
    }

    private static Signaal Lees(Row row) => EigenJson.Lees<Signaal>(row.Text(0));
}
