using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;

namespace Meent.Interaction.Ontwikkelprovider;

/// <summary>Authorization codes that were given out: each works once, within a minute.</summary>
internal sealed class Codes(TimeProvider klok)
{
    private readonly ConcurrentDictionary<string, (Uitgifte Uitgifte, DateTimeOffset Tot)> _codes = new(StringComparer.Ordinal);

    public string Geef(Uitgifte uitgifte)
    {
        foreach (var (oud, (_, tot)) in _codes) if (tot < klok.GetUtcNow()) _codes.TryRemove(oud, out _);
        var code = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        _codes[code] = (uitgifte, klok.GetUtcNow().AddMinutes(1));
        return code;
    }

    public Uitgifte? Neem(string code) => _codes.TryRemove(code, out var rij) && rij.Tot >= klok.GetUtcNow() ? rij.Uitgifte : null;
}

/// <summary>What a code stands for.</summary>
internal sealed record Uitgifte(string Uitgever, string RedirectUri, string CodeChallenge, string? Nonce, string Kenmerk, string Naam);
