using Meent.Data.Opslag;

namespace Meent.Services.Pijplijn.Lezen;

/// <summary>Links that are too many for their column: read from the index of the children, in order.</summary>
internal static class Spil
{
    /// <summary>Fills the empty arrays of an object that were left for them.</summary>
    public static ValueTask<byte[]> VulAan(Session session, ReadOnlyMemory<byte> json, Guid ouder, IReadOnlyList<(int Plek, Link Link)> gespild, byte[] basis) =>
        VulAan(session, json, [.. gespild.Select(g => (g.Plek, g.Link, ouder))], basis);

    /// <param name="gespild">Where in the JSON each array begins, of which link, of which object; in that order.</param>
    public static async ValueTask<byte[]> VulAan(Session session, ReadOnlyMemory<byte> json, IReadOnlyList<(int Plek, Link Link, Guid Ouder)> gespild, byte[] basis)
    {
        using var buffer = new Buffer();
        var tot = 0;
        foreach (var (plek, link, ouder) in gespild)
        {
            buffer.Schrijf(json.Span[tot..plek]);
            tot = plek;
            var eerste = true;
            await session.Each($"SELECT id FROM {link.Kindtabel} WHERE {link.Ouderkolom} = $1 ORDER BY id", row =>
            {
                buffer.Schrijf(eerste ? "\""u8 : ",\""u8);
                eerste = false;
                buffer.Schrijf(basis);
                buffer.Schrijf($"{link.Kindpad.Replace("{}", ouder.ToString("D"), StringComparison.Ordinal)}/{row.Guid(0):D}\"");
            }, ouder);
        }

        buffer.Schrijf(json.Span[tot..]);
        return buffer.Inhoud.ToArray();
    }
}
