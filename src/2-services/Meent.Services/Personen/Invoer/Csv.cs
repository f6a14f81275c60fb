namespace Meent.Services.Personen.Invoer;

/// <summary>
/// One line of a CSV file. Only a value that begins with a quotation mark is quoted: within others it stands for seconds of arc.
/// </summary>
internal static class Csv
{
    public static List<string> Splits(string regel, char scheiding)
    {
        var waarden = new List<string>();
        for (var begin = 0; begin <= regel.Length;)
        {
            var eind = begin < regel.Length && regel[begin] == '"' ? EindeAanhaling(regel, begin + 1) : begin;
            var volgende = eind < 0 ? regel.Length : regel.IndexOf(scheiding, eind);
            if (volgende < 0) volgende = regel.Length;
            var waarde = regel[begin..volgende];
            waarden.Add(eind > begin ? waarde[1..(eind - begin)].Replace("\"\"", "\"", StringComparison.Ordinal) : waarde);
            begin = volgende + 1;
        }

        return waarden;
    }

    // The closing mark is the first that is not doubled.
    private static int EindeAanhaling(string regel, int vanaf)
    {
        for (var i = vanaf; i < regel.Length; i++)
        {
            if (regel[i] != '"') continue;
            if (i + 1 == regel.Length || regel[i + 1] != '"') return i;
            i++;
        }

        return -1;
    }
}
