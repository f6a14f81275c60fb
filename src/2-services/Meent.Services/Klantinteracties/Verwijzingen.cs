using Meent.Data.Modellen.Klantinteracties;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;

namespace Meent.Services.Klantinteracties;

/// <summary>References of a client: what they name exists, and the URL is filled in.</summary>
internal static class Verwijzingen
{
    /// <exception cref="Standards.Problemen.ProbleemException">400: there is none.</exception>
    public static async ValueTask<Verwijzing> Vereis(Session session, Verwijzing verwijzing, Resource doel, string veld)
    {
        if (!await session.One($"SELECT 1 FROM {doel.Tabel} WHERE id = $1", _ => true, verwijzing.Uuid))
            throw Weiger.Ongeldig($"{veld}.uuid", "invalid", $"{doel.Naam} object bestaat niet.");
        return Naar(doel, verwijzing.Uuid);
    }

    public static async ValueTask<Verwijzing?> VereisOfNiets(Session session, Verwijzing? verwijzing, Resource doel, string veld) =>
        verwijzing is null ? null : await Vereis(session, verwijzing, doel, veld);

    /// <summary>Each once, in their order.</summary>
    public static async ValueTask<IReadOnlyList<Verwijzing>> VereisElk(Session session, IReadOnlyList<Verwijzing> verwijzingen, Resource doel, string veld)
    {
        var goed = new List<Verwijzing>(verwijzingen.Count);
        for (var i = 0; i < verwijzingen.Count; i++) goed.Add(await Vereis(session, verwijzingen[i], doel, $"{veld}.{i}"));
        return [.. goed.DistinctBy(v => v.Uuid)];
    }

    public static Verwijzing Naar(Resource doel, Guid id) => new() { Uuid = id, Url = EigenUrls.Van(doel.Pad, id) };
}
