using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Standards.Organisaties;

namespace Meent.Services.Huishoudboekje.Rubrieken;

/// <summary>Whether money comes or goes.</summary>
internal enum Richting
{
    Inkomst,
    Uitgave,
}

/// <summary>What money is for.</summary>
/// <param name="Grootboekrekening">Code of the Referentie Grootboekschema.</param>
internal sealed record Rubriek(Guid Id, string Naam, string Grootboekrekening, Richting Richting);

internal sealed record RubriekAntwoord(string Url, Guid Id, string Naam, string Grootboekrekening, Richting Richting)
{
    public static RubriekAntwoord Van(Rubriek r, Organisatie organisatie) => new(organisatie.Url($"rubrieken/{r.Id}"), r.Id, r.Naam, r.Grootboekrekening, r.Richting);
}

internal static class Rubriektabel
{
    public static async ValueTask<bool> Voeg(this Session session, Rubriek rubriek) => await session.Execute(
        "INSERT INTO huishoudboekje_rubrieken (id, naam, grootboekrekening, richting) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        rubriek.Id, rubriek.Naam, rubriek.Grootboekrekening, rubriek.Richting.Woord()) == 1;

    public static ValueTask<Rubriek?> Rubriek(this Session session, Guid id) =>
        session.One("SELECT id, naam, grootboekrekening, richting FROM huishoudboekje_rubrieken WHERE id = $1", Lees, id);

    /// <summary>By name; there are some tens.</summary>
    public static ValueTask<List<Rubriek>> Rubrieken(this Session session) => session.All("SELECT id, naam, grootboekrekening, richting FROM huishoudboekje_rubrieken ORDER BY naam", Lees);

    private static Rubriek Lees(Row row) => new(row.Guid(0), row.Text(1), row.Text(2), Enum.Parse<Richting>(row.Text(3), ignoreCase: true));
}
