using System.Text;

namespace Meent.Standards;

/// <summary>CSV for a spreadsheet as it is set in the Netherlands: semicolons, and a mark that it is UTF-8 (else RFC 4180).</summary>
public static class Rekenblad
{
    /// <summary>Stands at the beginning of what is written.</summary>
    public const string Merk = "\uFEFF";

    // A spreadsheet runs what begins so; texts come from others.
    private const string Formules = "=+-@\t\r";

    public static void Regel(StringBuilder tekst, params IEnumerable<string> velden) => tekst.AppendJoin(';', velden.Select(Veld)).Append("\r\n");

    /// <summary>Rows that hold something, with the line of the file at which each begins. What separates is whatever the first line has most of: semicolon, comma or tab.</summary>
    /// <exception cref="FormatException">A quotation mark is not closed; the message says from which line.</exception>
    public static List<(int Regel, List<string> Velden)> Lees(string tekst)
    {
        if (tekst.StartsWith(Merk, StringComparison.Ordinal)) tekst = tekst[Merk.Length..];
        var scheiding = Scheiding(tekst);
        var rijen = new List<(int, List<string>)>();
        var (velden, veld) = (new List<string>(), new StringBuilder());
        var (regel, begin, aangehaald) = (1, 1, false);
        for (var i = 0; i < tekst.Length; i++)
        {
            var teken = tekst[i];
            if (aangehaald && teken == '"' && i + 1 < tekst.Length && tekst[i + 1] == '"') veld.Append(tekst[i++]);
            else if (teken == '"' && (aangehaald || veld.Length == 0)) aangehaald = !aangehaald;
            else if (!aangehaald && teken == scheiding) Veldeinde();
            else if (!aangehaald && teken == '\n') Rijeinde();
            else if (teken != '\r') veld.Append(teken);
            if (teken == '\n') regel++;
            if (!aangehaald && teken == '\n') begin = regel;
        }

        if (aangehaald) throw new FormatException($"Vanaf regel {begin} is een aanhalingsteken niet gesloten.");
        Rijeinde();
        return rijen;

        void Veldeinde()
        {
            velden.Add(Waarde(veld.ToString()));
            veld.Clear();
        }

        void Rijeinde()
        {
            Veldeinde();
            if (velden.Exists(waarde => waarde.Length > 0)) rijen.Add((begin, velden));
            velden = [];
        }
    }

    private static char Scheiding(string tekst)
    {
        var kop = tekst.Split('\n', 2)[0];
        return ";,\t".MaxBy(teken => kop.Count(t => t == teken));
    }

    private static string Veld(string waarde)
    {
        if (waarde.Length > 0 && Formules.Contains(waarde[0], StringComparison.Ordinal)) waarde = "'" + waarde;
        return waarde.AsSpan().ContainsAny(";\"\r\n") ? $"\"{waarde.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : waarde;
    }

    private static string Waarde(string veld) => (veld.Length > 1 && veld[0] == '\'' && Formules.Contains(veld[1], StringComparison.Ordinal) ? veld[1..] : veld).Trim();
}
