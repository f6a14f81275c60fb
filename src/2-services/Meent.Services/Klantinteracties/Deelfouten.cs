using Meent.Data.Opslag;
using Meent.Standards.Problemen;

namespace Meent.Services.Klantinteracties;

/// <summary>Names the faults of a part of a request by their place in the whole: <c>betrokkene.wasPartij.uuid</c>.</summary>
internal static class Deelfouten
{
    public static async ValueTask<T> Onder<T>(Session session, string deel, Func<ValueTask<T>> doe)
    {
        await session.Now();
        try
        {
            var gedaan = await doe();
            // What the database has against this part has to show here.
            await session.Now();
            return gedaan;
        }
        catch (ProbleemException fout) when (fout.Probleem.InvalidParams.Count > 0)
        {
            throw new ProbleemException(fout.Probleem with { InvalidParams = [.. fout.Probleem.InvalidParams.Select(f => f with { Name = $"{deel}.{f.Name}" })] });
        }
    }
}
