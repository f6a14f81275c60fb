using System.Security.Cryptography;
using System.Text;
using Meent.Standards.Organisaties;

namespace Meent.Data.Logboek;

/// <summary>
/// Makes pseudonyms with the organisation's key. There is no way back: who has a BSN can compute its pseudonym here and look it up, which only the
/// inzage function does.
/// </summary>
public sealed class Pseudoniemen(Sleutelkluis kluis)
{
    public Pseudoniem Van(Organisatie organisatie, string type, string waarde)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        // The type goes along: a BSN and a KVK number of the same digits are different subjects.
        HMACSHA256.HashData(kluis.Sleutel(organisatie, "pseudoniem"), Encoding.UTF8.GetBytes($"{type}\0{waarde}"), mac);
        return new Pseudoniem(type, mac[..Pseudoniem.Lengte].ToArray());
    }
}
