using System.Text;
using Meent.Data.Opslag;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Pijplijn.Lezen;

/// <summary>One resource as it is read: the question, what becomes of its row, and the answer in the buffer.</summary>
internal sealed class Lezing(Store store, Resource resource, Guid id, Guid? ouder, Bereik bereik, DateOnly dag, Buffer buffer)
{
    private readonly byte[] _basis = Encoding.UTF8.GetBytes(store.Organisatie.Basis);
    private string? _etag;
    private bool _gelezen;
    private bool _verboden;
    private List<(int Plek, Link Link)>? _gespild;

    /// <summary>Null for the newest.</summary>
    public Versiekeuze? Versie { get; init; }

    /// <summary>Its conditions decide whether the answer is written at all; null to write it always.</summary>
    public HttpRequest? Request { get; init; }

    /// <summary>Takes down whom it was about.</summary>
    public Betrokkenen? Betrokkenen { get; init; }

    /// <returns>The ETag.</returns>
    /// <exception cref="Standards.Problemen.ProbleemException">404: it does not exist; 403: not for this caller.</exception>
    public async ValueTask<string> Lees(Session session)
    {
        var (zin, args) = Vraag();
        await session.Each(zin, Rij, args);
        return await Antwoord(session);
    }

    /// <summary>Reads what a write leaves, together with it where that saves a round trip; <see cref="NaSchrijven"/> has the answer.</summary>
    public void LeesBijSchrijven(Session session)
    {
        var (zin, args) = Vraag();
        _gelezen = session.Last(zin, Rij, args);
    }

    /// <returns>The ETag.</returns>
    public ValueTask<string> NaSchrijven() => !_gelezen ? store.Read(Lees) : _gespild is null ? ValueTask.FromResult(ETagOfNiets()) : store.Read(Antwoord);

    private (string Zin, object?[] Args) Vraag()
    {
        List<object?> args = ouder is null ? [id] : [id, ouder];
        var zin = Leeszin.Van(resource, dag, bereik, Versie, args);
        return (zin, [.. args]);
    }

    private void Rij(Row row)
    {
        var eerste = 3 + resource.Leeskolommen.Count;
        if (!Zicht.Mag(row, eerste, resource.Zichtbaarheid, bereik, Versie))
        {
            _verboden = true;
            return;
        }

        Betrokkenen?.Voeg(row);
        // Each version of a resource has tags of its own.
        var invloeden = Samenstellen.Invloeden(row, resource) + (Versie is null ? "" : $"#{row.Long(eerste + 6)}");
        _etag = ETag.Maak(store, row.Long(1), store.Organisatie.Basis, invloeden);
        if (Request is null || !ETag.Bekend(Request, _etag)) Samenstellen.Schrijf(row, resource, _basis, buffer, link => (_gespild ??= []).Add((buffer.Lengte, link)));
    }

    private async ValueTask<string> Antwoord(Session session)
    {
        if (_gespild is null) return ETagOfNiets();
        var heel = await Spil.VulAan(session, buffer.Inhoud, id, _gespild, _basis);
        buffer.Terug(0);
        buffer.Schrijf(heel);
        return ETagOfNiets();
    }

    private string ETagOfNiets() => _verboden ? throw Weiger.GeenRecht() : _etag ?? throw Weiger.NietGevonden();
}
