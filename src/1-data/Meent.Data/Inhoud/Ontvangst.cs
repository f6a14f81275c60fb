using Meent.Data.Opslag;
using Meent.Standards.Organisaties;

namespace Meent.Data.Inhoud;

/// <summary>
/// Content on its way in: a temporary file that is written as it comes. What is disposed without <see cref="Bewaar"/> leaves nothing behind; what is
/// kept, but never confirmed, is looked at again by the <see cref="Opruimer"/>.
/// </summary>
public sealed class Ontvangst : IAsyncDisposable
{
    private readonly Inhoudopslag _opslag;
    private readonly Organisatie _organisatie;
    private readonly string _bestand;
    private readonly Schrijfstroom _stroom;
    private (string Inhoud, string Bestand)? _sha256;

    internal Ontvangst(Inhoudopslag opslag, Organisatie organisatie, string bestand, Schrijfstroom stroom) =>
        (_opslag, _organisatie, _bestand, _stroom) = (opslag, organisatie, bestand, stroom);

    /// <summary>Bytes that have come.</summary>
    public long Lengte => _stroom.Lengte;

    /// <summary>SHA-256 of what has come, in hexadecimal digits.</summary>
    public string Sha256 => _sha256?.Inhoud ?? _stroom.Sha256;

    /// <summary>Name in the store (SHA-256 of the content); null as long as it is not kept.</summary>
    public string? Naam { get; private set; }

    /// <exception cref="Standards.Problemen.ProbleemException">503: the disk is full.</exception>
    public async ValueTask Schrijf(ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        try
        {
            await _stroom.Schrijf(bytes, stop);
        }
        catch (IOException fout) when (Schijf.IsVol(fout))
        {
            throw Problemen.DiskFull();
        }
    }

    /// <returns>What has come, from its beginning. No more can come after this.</returns>
    public async ValueTask<Stream> Terug(CancellationToken stop)
    {
        await Sluit(stop);
        return await _opslag.Terug(_bestand, stop);
    }

    /// <summary>Keeps the content durably, before the row that names it is written.</summary>
    public async ValueTask<string> Bewaar(CancellationToken stop)
    {
        if (Naam is not null) return Naam;
        var (inhoud, sha256) = await Sluit(stop);
        try
        {
            await _opslag.Plaats(_organisatie, inhoud, _bestand, sha256, stop);
            return Naam = inhoud;
        }
        catch (IOException fout) when (Schijf.IsVol(fout))
        {
            throw Problemen.DiskFull();
        }
    }

    /// <summary>The row that names it has been committed.</summary>
    public void Bevestig() => _opslag.Bevestig(_organisatie, Naam!);

    public ValueTask DisposeAsync()
    {
        _stroom.Dispose();
        if (File.Exists(_bestand)) File.Delete(_bestand);
        return ValueTask.CompletedTask;
    }

    private async ValueTask<(string Inhoud, string Bestand)> Sluit(CancellationToken stop)
    {
        if (_sha256 is { } al) return al;
        try
        {
            var sha256 = await _stroom.Sluit(stop);
            _stroom.Dispose();
            _sha256 = sha256;
            return sha256;
        }
        catch (IOException fout) when (Schijf.IsVol(fout))
        {
            throw Problemen.DiskFull();
        }
    }
}
