using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Meent.Standards;

namespace Meent.Data.Logboek;

/// <summary>
/// Leaf of the seal's tree: a hash over all that is kept of a record. The random salt keeps a leaf from telling what the record said, so that
/// leaves may stay when records have been destroyed at the end of their term.
/// </summary>
internal static class Blad
{
    public static byte[] Hash(BewaardeLogregel bewaard)
    {
        var regel = bewaard.Regel;
        var inhoud = new ArrayBufferWriter<byte>(512);
        inhoud.Write([Boom.BladPrefix]);
        Getal(inhoud, bewaard.Nummer);
        Bytes(inhoud, bewaard.Zout);
        Bytes(inhoud, LogboekSession.Bytes(regel.Spoor.Trace));
        Bytes(inhoud, LogboekSession.Bytes(regel.Spoor.Span));
        Bytes(inhoud, regel.Spoor.Ouder is { } ouder ? LogboekSession.Bytes(ouder) : null);
        Tekst(inhoud, regel.Activiteit);
        Tekst(inhoud, regel.Betrokkene?.Type);
        Bytes(inhoud, regel.Betrokkene?.Waarde);
        Tekst(inhoud, regel.Aanroeper);
        Tekst(inhoud, regel.Naam);
        Getal(inhoud, (long)regel.Status);
        Getal(inhoud, regel.Begin.Microseconden());
        Getal(inhoud, regel.Einde.Microseconden());
        Tekst(inhoud, regel.Attributen);
        Tekst(inhoud, regel.Systeem);
        return SHA256.HashData(inhoud.WrittenSpan);
    }

    public static byte[] Hash(long nummer, byte[]? zout, Auditregel regel)
    {
        var inhoud = new ArrayBufferWriter<byte>(512);
        inhoud.Write([Boom.BladPrefix]);
        Getal(inhoud, nummer);
        Bytes(inhoud, zout);
        Bytes(inhoud, LogboekSession.Bytes(regel.Trace));
        Tekst(inhoud, regel.Gebruiker);
        Tekst(inhoud, regel.Handeling);
        Tekst(inhoud, regel.Activiteit);
        Tekst(inhoud, regel.Reden);
        Tekst(inhoud, regel.Zaak);
        Getal(inhoud, regel.Moment.Microseconden());
        // Lines of before there were those of the integration layer keep the hash that they had.
        if (regel.Beheer is { } beheer)
        {
            Bytes(inhoud, beheer.Id.ToByteArray(bigEndian: true));
            Tekst(inhoud, beheer.Client);
            Tekst(inhoud, beheer.Contract);
            Tekst(inhoud, beheer.Peer);
        }

        return SHA256.HashData(inhoud.WrittenSpan);
    }

    private static void Getal(ArrayBufferWriter<byte> inhoud, long getal)
    {
        BinaryPrimitives.WriteInt64BigEndian(inhoud.GetSpan(8), getal);
        inhoud.Advance(8);
    }

    private static void Tekst(ArrayBufferWriter<byte> inhoud, string? tekst) => Bytes(inhoud, tekst is null ? null : Encoding.UTF8.GetBytes(tekst));

    // Each field with its length in front, so that no two records can have the same encoding; absent differs from empty.
    private static void Bytes(ArrayBufferWriter<byte> inhoud, byte[]? bytes)
    {
        Getal(inhoud, bytes?.Length ?? -1);
        inhoud.Write(bytes);
    }
}
