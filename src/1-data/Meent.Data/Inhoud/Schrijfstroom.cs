using System.Security.Cryptography;

namespace Meent.Data.Inhoud;

/// <summary>Writes content to a file and knows the SHA-256 of both: what came in, and what stands in the file (the same without a key).</summary>
internal sealed class Schrijfstroom : IDisposable
{
    private readonly FileStream _bestand;
    private readonly IncrementalHash _inhoud = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash? _versleuteld;
    private readonly AesGcm? _aes;
    private readonly byte[] _stuk = [];
    private readonly byte[] _uit = [];
    private int _vol;
    private long _nummer;

    public Schrijfstroom(FileStream bestand, byte[]? hoofdsleutel)
    {
        _bestand = bestand;
        if (hoofdsleutel is null) return;
        var kop = Versleuteling.NieuweKop();
        _aes = Versleuteling.Sleutel(hoofdsleutel, kop);
        _versleuteld = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        (_stuk, _uit) = (new byte[Versleuteling.Stuk], new byte[Versleuteling.Stuk + Versleuteling.Tag]);
        _versleuteld.AppendData(kop);
        bestand.Write(kop);
    }

    public long Lengte { get; private set; }

    /// <summary>Of what came in until now.</summary>
    public string Sha256 => Convert.ToHexStringLower(_inhoud.GetCurrentHash());

    public async ValueTask Schrijf(ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        _inhoud.AppendData(bytes.Span);
        Lengte += bytes.Length;
        if (_aes is null)
        {
            await _bestand.WriteAsync(bytes, stop);
            return;
        }

        while (bytes.Length > 0)
        {
            // A full chunk waits for the byte after it: only then is it known not to be the last.
            if (_vol == _stuk.Length) await Voltooi(laatste: false, stop);
            var deel = Math.Min(bytes.Length, _stuk.Length - _vol);
            bytes[..deel].CopyTo(_stuk.AsMemory(_vol));
            _vol += deel;
            bytes = bytes[deel..];
        }
    }

    /// <summary>Puts all on the disk.</summary>
    public async ValueTask<(string Inhoud, string Bestand)> Sluit(CancellationToken stop)
    {
        if (_aes is not null) await Voltooi(laatste: true, stop);
        _bestand.Flush(flushToDisk: true);
        var inhoud = Convert.ToHexStringLower(_inhoud.GetHashAndReset());
        return (inhoud, _versleuteld is null ? inhoud : Convert.ToHexStringLower(_versleuteld.GetHashAndReset()));
    }

    public void Dispose()
    {
        _aes?.Dispose();
        _versleuteld?.Dispose();
        _inhoud.Dispose();
        _bestand.Dispose();
    }

    private async ValueTask Voltooi(bool laatste, CancellationToken stop)
    {
        Versleutel(laatste);
        var lengte = _vol + Versleuteling.Tag;
        _versleuteld!.AppendData(_uit, 0, lengte);
        await _bestand.WriteAsync(_uit.AsMemory(0, lengte), stop);
        _vol = 0;
    }

    private void Versleutel(bool laatste)
    {
        Span<byte> nonce = stackalloc byte[12];
        Versleuteling.Nonce(nonce, _nummer++, laatste);
        _aes!.Encrypt(nonce, _stuk.AsSpan(0, _vol), _uit.AsSpan(0, _vol), _uit.AsSpan(_vol, Versleuteling.Tag));
    }
}
