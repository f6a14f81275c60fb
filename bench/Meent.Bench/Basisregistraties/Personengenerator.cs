using System.Globalization;
using System.Text;

namespace Meent.Bench.Basisregistraties;

/// <summary>
/// Invented persons as a file in the form of the test set of RvIG, made while it is read: no file of a million persons lies anywhere. The same number is always
/// the same person. Their BSNs pass the check of eleven and are made up.
/// </summary>
internal sealed class Personengenerator(int aantal) : Stream
{
    private const int PerAdres = 2;
    private static readonly string[] Begin = ["van der ", "de ", "", "", "", "", "", "ter ", ""];
    private static readonly string[] Voor = ["Al", "Bos", "Dijk", "Eik", "Gras", "Hage", "Kerk", "Linde", "Meer", "Noord", "Oost", "Polder", "Riet", "Sluis", "Tuin", "Vlier", "Water", "Zand", "Berk", "Duin"];
    private static readonly string[] Midden = ["en", "er", "e", "s", "le", "ma", "ve", "ten", "wou", "hof"];
    private static readonly string[] Achter = ["man", "stra", "berg", "huis", "veld", "horst", "dam", "brink", "laan", "kamp", "graaf", "zoon", "sma", "wijk", "hout", "ing", "kes", "ma", "aar", "ner"];
    private static readonly string[] Voornamen = ["Anna", "Bram", "Carla", "Daan", "Els", "Finn", "Gijs", "Hanna", "Ivo", "Julia", "Kees", "Lotte", "Mats", "Noor", "Otto", "Pien", "Rik", "Sara", "Tom", "Wout"];
    private static readonly string[] Kolommen = ["", "01.01.10", "01.01.20", "01.02.10", "01.02.30", "01.02.40", "01.03.10", "01.03.20", "01.03.30", "01.04.10", "01.61.10", "01.85.10", "07.68.10", "08.09.10", "08.09.20", "08.10.10", "08.10.30", "08.11.10", "08.11.15", "08.11.20", "08.11.60", "08.11.70", "08.85.10"];

    private readonly byte[] _kop = Encoding.UTF8.GetBytes(string.Join(';', Kolommen) + "\n");
    private byte[] _over = [];
    private int _van;
    private int _volgende = -1;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Eight digits and the one that the check of eleven asks; where it asks a ten, one more, which then asks a one.</summary>
    public static string Bsn(int i)
    {
        var acht = 90_000_000 + (2 * i);
        if (Cijfer(acht) == 10) acht++;
        return string.Create(CultureInfo.InvariantCulture, $"{acht}{Cijfer(acht)}");

        static int Cijfer(int acht)
        {
            var som = 0;
            for (var (rest, gewicht) = (acht, 2); rest > 0; rest /= 10, gewicht++) som += rest % 10 * gewicht;
            return som % 11;
        }
    }

    public static string Geslachtsnaam(int i) => Voor[i % 20] + Midden[i / 20 % 10] + Achter[i / 200 % 20];

    public static DateOnly Geboren(int i) => new DateOnly(1940, 1, 1).AddDays((int)((uint)i * 2_654_435_761 % 29_000));

    public static (string Postcode, int Huisnummer) Adres(int i)
    {
        var adres = i / PerAdres;
        var straat = adres / 20;
        return ($"{1000 + (straat / 400 % 9000)}{(char)('A' + (straat / 20 % 20))}{(char)('A' + (straat % 20))}", 1 + (adres % 20));
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var gelezen = 0;
        while (gelezen < count)
        {
            if (_van == _over.Length && !Vul()) break;
            var nu = Math.Min(count - gelezen, _over.Length - _van);
            Array.Copy(_over, _van, buffer, offset + gelezen, nu);
            (_van, gelezen) = (_van + nu, gelezen + nu);
        }

        return gelezen;
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool Vul()
    {
        if (_volgende >= aantal) return false;
        (_over, _van) = (_volgende < 0 ? _kop : Encoding.UTF8.GetBytes(Regel(_volgende)), 0);
        _volgende++;
        return true;
    }

    private static string Regel(int i)
    {
        var (postcode, huisnummer) = Adres(i);
        var geboren = Geboren(i).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture,
            $"{i + 1};{1_000_000_000L + i};{Bsn(i)};{Voornamen[i % 20]};{Begin[i % 9].Trim()};{Geslachtsnaam(i)};{geboren};9901;6030;{(i % 2 == 0 ? "V" : "M")};E;{geboren};19941001;9901;20150101;W;20150101;Teststraat {i / 40 % 5000};Teststraat {i / 40 % 5000};{huisnummer};{postcode};Duinwaarde;20150101\n");
    }
}
