using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Lezen;
using Meent.Standards.Problemen;

namespace Meent.Services.Pijplijn.Mutaties;

/// <summary>Optimistic concurrency for who wants it (RFC 9110 §13.1.1): the standards have no such header, and allow it.</summary>
internal static class IfMatch
{
    /// <exception cref="ProbleemException">412: it was changed since.</exception>
    public static async ValueTask Controleer(Session session, Resource resource, Guid id, DateOnly dag, string ifMatch)
    {
        if (ifMatch == "*") return;
        var basis = session.Store.Organisatie.Basis;
        // The lock has raised the version already.
        var etag = await session.One(
            $"SELECT {Samenstellen.Kolommen(resource, dag)} FROM {resource.Tabel} t WHERE t.id = $1",
            row => ETag.Maak(session.Store, row.Long(1) - 1, basis, Samenstellen.Invloeden(row, resource)), id);
        Eis(ifMatch, etag);
    }

    /// <param name="etag">Of what there is; null when there is nothing to see.</param>
    /// <exception cref="ProbleemException">412: it is another.</exception>
    public static void Eis(string ifMatch, string? etag)
    {
        if (etag is null || !ifMatch.Split(',').Any(een => een.Trim() is var tag && (tag == "*" || tag == etag)))
            throw new ProbleemException(new Probleem(412, "precondition_failed", "Intussen gewijzigd.", "Lees opnieuw en probeer het daarna nog eens."));
    }
}
