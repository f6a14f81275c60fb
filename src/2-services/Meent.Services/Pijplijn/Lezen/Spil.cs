using Meent.Data.Opslag;

namespace Meent.Services.Pijplijn.Lezen;

/// <summary>Links that are too many for their column: read from the index of the children, in order.</summary>
internal static class Spil
{
    /// <summary>Fills the empty arrays that were left for them.</summary>
    public static async ValueTask VulAan(Session session, List<Link> links, Guid ouder, byte[] basis, Buffer buffer)
    {
        foreach (var link in links)
        {
            var leeg = System.Text.Encoding.UTF8.GetBytes($",\"{link.Veld}\":[");
            var plek = buffer.Inhoud.Span.LastIndexOf(leeg) + leeg.Length;
            var staart = buffer.Inhoud[plek..].ToArray();
            buffer.Terug(plek);
            var eerste = true;
            await session.Each($"SELECT id FROM {link.Kindtabel} WHERE {link.Ouderkolom} = $1 ORDER BY id", row =>
            {
                buffer.Schrijf(eerste ? "\""u8 : ",\""u8);
                eerste = false;
                buffer.Schrijf(basis);
                buffer.Schrijf($"{link.Kindpad}/{row.Guid(0):D}\"");
            }, ouder);
            buffer.Schrijf(staart);
        }
    }
}
