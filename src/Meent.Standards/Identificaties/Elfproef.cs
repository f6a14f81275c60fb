namespace Meent.Standards.Identificaties;

/// <summary>The eleven test of BSN, RSIN and older account numbers: 9·a + 8·b + … + 2·h − i is a multiple of 11.</summary>
internal static class Elfproef
{
    public static bool Klopt(ReadOnlySpan<char> negenCijfers)
    {
        if (negenCijfers.Length != 9) return false;
        var som = 0;
        for (var i = 0; i < 9; i++)
        {
            if (!char.IsAsciiDigit(negenCijfers[i])) return false;
            som += (negenCijfers[i] - '0') * (i == 8 ? -1 : 9 - i);
        }

        return som != 0 && som % 11 == 0;
    }
}
