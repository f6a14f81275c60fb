using System.Buffers;

namespace Meent.Services.Pijplijn.Lezen;

/// <summary>Bytes of an answer, in an array from the pool, so that the connection goes back before the first byte is sent.</summary>
internal sealed class Buffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(8192);

    public int Lengte { get; private set; }
    public ReadOnlyMemory<byte> Inhoud => _bytes.AsMemory(0, Lengte);

    public void Advance(int count) => Lengte += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ruimte(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(Lengte);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Schrijf(ReadOnlySpan<byte> bytes)
    {
        Ruimte(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Lengte));
        Lengte += bytes.Length;
    }

    public void Schrijf(string tekst)
    {
        Ruimte(tekst.Length * 3);
        Lengte += System.Text.Encoding.UTF8.GetBytes(tekst, _bytes.AsSpan(Lengte));
    }

    /// <summary>Copies stored JSON, with the base URL where the placeholder stands.</summary>
    public void Kopieer(ReadOnlySpan<byte> bewaard, ReadOnlySpan<byte> basis)
    {
        int plek;
        while ((plek = bewaard.IndexOf(Model.EigenUrls.PlekByte)) >= 0)
        {
            Schrijf(bewaard[..plek]);
            Schrijf(basis);
            bewaard = bewaard[(plek + 1)..];
        }

        Schrijf(bewaard);
    }

    /// <summary>Forgets what comes after a length.</summary>
    public void Terug(int lengte) => Lengte = lengte;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Ruimte(int nodig)
    {
        if (_bytes.Length - Lengte >= nodig) return;
        var groter = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Lengte + nodig));
        _bytes.AsSpan(0, Lengte).CopyTo(groter);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = groter;
    }
}
