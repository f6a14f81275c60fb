using System.Text.Json;
using Meent.Data.Modellen.Klantinteracties;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Klantinteracties.Partijen;

/// <summary>The three kinds of partij, each with a partijIdentificatie of its own.</summary>
internal static class Partijsoorten
{
    private const string Veld = "partijIdentificatie";
    private const string SoortContactpersoon = "contactpersoon";

    private static readonly Dictionary<string, Type> Vormen = new()
    {
        ["persoon"] = typeof(Persoon),
        ["organisatie"] = typeof(Organisatie),
        [SoortContactpersoon] = typeof(Contactpersoon),
    };

    /// <summary>The identification in the shape of its kind; what a PUT leaves out stays while the kind does.</summary>
    public static async ValueTask<JsonElement?> Identificatie(Schrijven<Partij> schrijven, Session session)
    {
        var (partij, oud) = (schrijven.Model, schrijven.Oud);
        if (!schrijven.Gestuurd.Contains(Veld)) return oud?.SoortPartij == partij.SoortPartij ? oud.PartijIdentificatie : null;
        if (partij.PartijIdentificatie is not { ValueKind: not JsonValueKind.Null } json) return null;
        var vorm = Vormen[partij.SoortPartij];
        return Polymorf.Schrijf(Polymorf.Lees(json, vorm, Veld) switch
        {
            Persoon persoon => persoon with { VolledigeNaam = persoon.Contactnaam?.Volledig() ?? "" },
            Contactpersoon contactpersoon => contactpersoon with
            {
                Uuid = contactpersoon.Uuid ?? Guid.CreateVersion7(schrijven.Nu),
                WerkteVoorPartij = await Werkgever(session, contactpersoon.WerkteVoorPartij),
                VolledigeNaam = contactpersoon.Contactnaam?.Volledig() ?? "",
            },
            var anders => anders,
        }, vorm);
    }

    /// <summary>The organisatie that a contactpersoon worked for.</summary>
    public static Guid? WerkteVoor(Partij partij) =>
        partij is { SoortPartij: SoortContactpersoon, PartijIdentificatie: { ValueKind: JsonValueKind.Object } json } ? json.Deserialize<Contactpersoon>(Vorm.Json)?.WerkteVoorPartij?.Uuid : null;

    /// <summary>A contactpersoon whose organisatie is gone.</summary>
    public static Partij ZonderWerkgever(Partij partij) => partij with
    {
        PartijIdentificatie = Polymorf.Schrijf(partij.PartijIdentificatie!.Value.Deserialize<Contactpersoon>(Vorm.Json)! with { WerkteVoorPartij = null }, typeof(Contactpersoon)),
    };

    private static async ValueTask<Verwijzing?> Werkgever(Session session, Verwijzing? verwijzing)
    {
        const string veld = $"{Veld}.werkteVoorPartij";
        if (await Verwijzingen.VereisOfNiets(session, verwijzing, PartijResources.Partijen, veld) is not { } goed) return null;
        return await session.One("SELECT 1 FROM klantcontact_partijen WHERE id = $1 AND soort_partij = 'organisatie'", _ => true, goed.Uuid) ? goed
            : throw Weiger.Ongeldig($"{veld}.uuid", "invalid", "Partij object moet het soort 'organisatie' hebben.");
    }
}
