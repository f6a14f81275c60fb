using System.Globalization;
using System.Text;

namespace Meent.Interaction.Onderdelen;

/// <summary>
/// A PDF of headings and paragraphs (ISO 32000-1), tagged so that it is read aloud in its order, with a title and a language; its text can be selected and
/// searched. Nothing more: docs/decisions/0054 says why it is written here.
/// </summary>
internal sealed class Pdfdocument(string titel, string taal)
{
    // A4 in points, with margins of 2 cm.
    private const double Breedte = 595, Hoogte = 842, Rand = 57;
    private const double Regelhoogte = 1.4;

    /// <summary>Of Helvetica, from the space on, in thousandths of the size (Adobe Font Metrics); other characters count as a digit.</summary>
    private static readonly int[] Breedtes =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    private readonly List<Blad> _bladen = [];
    private readonly List<(string Soort, List<(int Blad, int Merk)> Delen)> _elementen = [];
    private double _y = -1;

    public void Kop(int niveau, string tekst) => Zet($"H{niveau}", tekst, niveau == 1 ? 18 : 12, vet: true, voor: niveau == 1 ? 0 : 12);

    public void Alinea(string tekst) => Zet("P", tekst, 10, vet: false, voor: 2);

    /// <summary>The whole file.</summary>
    public byte[] Sluit()
    {
        if (_bladen.Count == 0) NieuwBlad();
        // 1 catalogue, 2 pages, 3 structure, 4 and 5 fonts, 6 document information, 7 the document element; then each page with its content, then the elements.
        const int eersteBlad = 8;
        var eersteElement = eersteBlad + (2 * _bladen.Count);
        var objecten = new List<string>
        {
            $"<</Type/Catalog/Pages 2 0 R/Lang({taal})/MarkInfo<</Marked true>>/StructTreeRoot 3 0 R/ViewerPreferences<</DisplayDocTitle true>>>>",
            $"<</Type/Pages/Count {_bladen.Count}/Kids[{string.Join(' ', _bladen.Select((_, i) => $"{eersteBlad + (2 * i)} 0 R"))}]>>",
            $"<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[{string.Concat(_bladen.Select((_, i) => $"{i} [{string.Join(' ', Ouders(i).Select(e => $"{eersteElement + e} 0 R"))}]"))}]>>/ParentTreeNextKey {_bladen.Count}>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
            $"<</Title<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(titel))}>/Producer(Meent)>>",
            $"<</Type/StructElem/S/Document/P 3 0 R/K[{string.Join(' ', _elementen.Select((_, i) => $"{eersteElement + i} 0 R"))}]>>",
        };
        for (var i = 0; i < _bladen.Count; i++)
        {
            var inhoud = _bladen[i].Inhoud.ToString();
            objecten.Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {Getal(Breedte)} {Getal(Hoogte)}]/StructParents {i}/Tabs/S/Resources<</Font<</F1 4 0 R/F2 5 0 R>>>>/Contents {eersteBlad + (2 * i) + 1} 0 R>>");
            objecten.Add($"<</Length {inhoud.Length}>>\nstream\n{inhoud}\nendstream");
        }

        objecten.AddRange(_elementen.Select(e =>
            $"<</Type/StructElem/S/{e.Soort}/P 7 0 R/K[{string.Join(' ', e.Delen.Select(d => $"<</Type/MCR/Pg {eersteBlad + (2 * d.Blad)} 0 R/MCID {d.Merk}>>"))}]>>"));
        return Schrijf(objecten);
    }

    private void Zet(string soort, string tekst, double grootte, bool vet, double voor)
    {
        var delen = new List<(int Blad, int Merk)>();
        var hoogte = grootte * Regelhoogte;
        if (_y >= 0) _y -= voor;
        // A heading stays with what comes under it.
        if (vet && _y >= 0 && _y - hoogte < Rand + 40) _y = -1;
        foreach (var regel in Regels(tekst, grootte * (vet ? 1.08 : 1)))
        {
            if (_y < 0 || _y - hoogte < Rand) NieuwBlad();
            var blad = _bladen[^1];
            if (delen.Count == 0 || delen[^1].Blad != _bladen.Count - 1)
            {
                if (delen.Count > 0) _bladen[^2].Inhoud.Append("EMC\n");
                delen.Add((_bladen.Count - 1, blad.Merken++));
                blad.Inhoud.Append(CultureInfo.InvariantCulture, $"/{soort} <</MCID {delen[^1].Merk}>> BDC\n");
            }

            _y -= hoogte;
            blad.Inhoud.Append(CultureInfo.InvariantCulture, $"BT /{(vet ? "F2" : "F1")} {Getal(grootte)} Tf {Getal(Rand)} {Getal(_y)} Td ({Veilig(regel)}) Tj ET\n");
        }

        _bladen[^1].Inhoud.Append("EMC\n");
        _elementen.Add((soort, delen));
    }

    private void NieuwBlad()
    {
        _bladen.Add(new());
        _y = Hoogte - Rand;
    }

    /// <summary>The element of each mark on a page, in their order.</summary>
    private IEnumerable<int> Ouders(int blad) => _elementen.SelectMany((e, i) => e.Delen.Where(d => d.Blad == blad).Select(d => (d.Merk, Element: i))).OrderBy(m => m.Merk).Select(m => m.Element);

    /// <summary>Lines that fit; a word that is too long for one is cut.</summary>
    private static IEnumerable<string> Regels(string tekst, double grootte)
    {
        const double plaats = Breedte - (2 * Rand);
        var regel = new StringBuilder();
        var breed = 0d;
        foreach (var woord in Teken(tekst).Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var stuk in woord.Chunk(80).Select(s => new string(s)))
            {
                var lengte = stuk.Sum(Duizendsten) * grootte / 1000;
                if (regel.Length > 0 && breed + lengte > plaats)
                {
                    yield return regel.ToString();
                    (regel, breed) = (new(), 0);
                }

                if (regel.Length > 0) regel.Append(' ');
                regel.Append(stuk);
                breed += lengte + (Breedtes[0] * grootte / 1000);
            }
        }

        yield return regel.ToString();
    }

    private static int Duizendsten(char teken) => teken is >= ' ' and <= '~' ? Breedtes[teken - ' '] : 556;

    /// <summary>In WinAnsi: what it lacks goes without its accent, or as a question mark.</summary>
    private static string Teken(string tekst) => string.Concat(tekst.Normalize(NormalizationForm.FormC).Select(t => t switch
    {
        '\u20AC' => "\u0080",
        '\u2018' or '\u2019' => "'",
        '\u201C' or '\u201D' => "\"",
        '\u2013' or '\u2014' => "-",
        '\u2026' => "...",
        < ' ' => " ",
        <= '~' or (>= '\u00A0' and <= '\u00FF') => t.ToString(),
        _ => t.ToString().Normalize(NormalizationForm.FormD)[0] is >= ' ' and <= '~' and var kaal ? kaal.ToString() : "?",
    }));

    private static string Veilig(string regel) => regel.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);

    private static string Getal(double getal) => getal.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>One byte a character: all that is written is in that range.</summary>
    private static byte[] Schrijf(List<string> objecten)
    {
        var pdf = new StringBuilder("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        var plaatsen = new List<int>();
        for (var i = 0; i < objecten.Count; i++)
        {
            plaatsen.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objecten[i]}\nendobj\n");
        }

        var xref = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objecten.Count + 1}\n0000000000 65535 f \n");
        foreach (var plaats in plaatsen) pdf.Append(CultureInfo.InvariantCulture, $"{plaats:d10} 00000 n \n");
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objecten.Count + 1}/Root 1 0 R/Info 6 0 R>>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    private sealed class Blad
    {
        public StringBuilder Inhoud { get; } = new();

        /// <summary>Marks until now.</summary>
        public int Merken { get; set; }
    }
}
