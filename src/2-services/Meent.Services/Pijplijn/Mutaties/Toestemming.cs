using Meent.Data.Opslag;

namespace Meent.Services.Pijplijn.Mutaties;

/// <summary>
/// Permission on the type, which goes before the other rules: who may not write such an object learns nothing about it, and nothing about what is
/// wrong with what was sent.
/// </summary>
internal static class Toestemming
{
    /// <exception cref="Standards.Problemen.ProbleemException">403.</exception>
    public static async ValueTask Eis<T>(Session session, Schrijven<T> schrijven, Bereik bereik) where T : class
    {
        var soort = schrijven.Resource.VanOuder is null ? await VanZelf(session, schrijven, bereik) : await VanOuder(session, schrijven);
        if (soort is var (type, rang) && !bereik.Omvat(type, rang)) throw Weiger.GeenRecht("U heeft geen rechten voor objecten van dit type.");
    }

    /// <summary>A part keeps its parent for ever, so a change of it was permitted with its row.</summary>
    private static async ValueTask<(Guid Type, long Rang)?> VanOuder<T>(Session session, Schrijven<T> schrijven) where T : class =>
        schrijven.IsNieuw ? await schrijven.Resource.VanOuder!(schrijven.Model, session) : null;

    /// <returns>Null for a type that does not exist: what is wrong then is for the rules to say.</returns>
    private static async ValueTask<(Guid Type, long Rang)?> VanZelf<T>(Session session, Schrijven<T> schrijven, Bereik bereik) where T : class
    {
        var zicht = schrijven.Resource.Zichtbaarheid;
        if (bereik.Alles || zicht.Typetabel is not { } tabel || schrijven.Resource.Waarde(schrijven.Model, zicht.Typekolom!) is not Guid type) return null;
        if (await session.One($"SELECT {zicht.Rangkolom ?? "0"} FROM {tabel} WHERE id = $1", row => (long?)row.Long(0), type) is not { } vanType) return null;
        // Of the type, when the client names no level.
        return (type, zicht.Rangkolom is { } kolom && Convert.ToInt64(schrijven.Resource.Waarde(schrijven.Model, kolom), null) is > 0 and var eigen ? eigen : vanType);
    }
}
