using System.Net;
using System.Text.RegularExpressions;
using Meent.Integration.Beleid;
using Meent.Standards.Beheer;
using Microsoft.Extensions.Configuration;

namespace Meent.Integration;

/// <summary>Finds the mistakes in <c>Meent:Fsc</c>, before anything is made of it.</summary>
internal sealed partial class FscControle(IConfiguration configuratie) : IConfiguratieControle
{
    private static readonly TimeSpan KortsteToken = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LangsteToken = TimeSpan.FromHours(1);

    public string Sectie => "Fsc";

    public IEnumerable<Configuratiefout> Fouten()
    {
        var sectie = configuratie.GetSection(FscOptions.Sectie);
        var fouten = Sleutels.Controleer(sectie, typeof(FscOptions));
        return Sleutels.Lees<FscOptions>(sectie) is { } options
            ? [.. fouten, .. Waarden(options), .. Wegen(options), .. Beleid(options), .. options.Certificaten.SelectMany(c => Certificaat(c.Key, c.Value))]
            : fouten;
    }

    internal static IEnumerable<Configuratiefout> Waarden(FscOptions options)
    {
        if (!Groep().IsMatch(options.Groep)) yield return Fout("Groep", $"'{options.Groep}' mag 1 tot 100 letters, cijfers en . / _ - bevatten.");
        if (options.Poort is < 1 or > 65535) yield return Fout("Poort", $"{options.Poort} is geen poort (1-65535).");
        if (!IPAddress.TryParse(options.Adres, out _)) yield return Fout("Adres", $"'{options.Adres}' is geen IP-adres.");
        foreach (var deel in new[] { "{organisatie}", "{component}" }.Where(d => !options.Hostnaam.Contains(d, StringComparison.Ordinal)))
            yield return Fout("Hostnaam", $"mist {deel}.");
        if (options.TokenDuur < KortsteToken || options.TokenDuur > LangsteToken) yield return Fout("TokenDuur", "moet tussen 30 seconden en 1 uur liggen.");
        if (options.Lezing.PeerVersie.Length is < 1 or > 20) yield return Fout("Lezing:PeerVersie", "moet een versie zijn, zoals 2.0.0.");
        if (options.LogBewaren < TimeSpan.FromDays(1)) yield return Fout("LogBewaren", "moet een dag of langer zijn.");
        for (var i = 0; i < options.Ankers.Count; i++)
            if (!File.Exists(options.Ankers[i])) yield return Fout($"Ankers:{i}", $"bestand '{options.Ankers[i]}' bestaat niet.");
        for (var i = 0; i < options.Crls.Count; i++)
            if (!File.Exists(options.Crls[i])) yield return Fout($"Crls:{i}", $"bestand '{options.Crls[i]}' bestaat niet.");
        if (options.DirectoryAdres is { } adres && !(Uri.TryCreate(adres, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps))
            yield return Fout("DirectoryAdres", $"'{adres}' is geen https-adres.");
    }

    private static IEnumerable<Configuratiefout> Wegen(FscOptions options)
    {
        foreach (var (slug, inways) in options.Inways)
            foreach (var inway in inways.Where(i => !IsAdres(i, "https"))) yield return Fout($"Inways:{slug}", $"'{inway}' is geen https-adres.");
        foreach (var (sleutel, dienst) in options.Diensten.SelectMany(o => o.Value.Select(d => ($"Diensten:{o.Key}:{d.Key}", d))))
        {
            if (!Dienstnaam().IsMatch(dienst.Key)) yield return Fout(sleutel, "moet 3 tot 100 letters, cijfers en . _ - hebben.");
            if (Meent.Standards.Koppelvlak.Diensten.Bestaat(dienst.Key)) yield return Fout(sleutel, "is de naam van een dienst van Meent.");
            if (dienst.Value.Adressen.Count == 0) yield return Fout($"{sleutel}:Adressen", "ontbreekt.");
            foreach (var adres in dienst.Value.Adressen.Where(a => !IsAdres(a, "https", "http"))) yield return Fout($"{sleutel}:Adressen", $"'{adres}' is geen http(s)-adres.");
            if (dienst.Value.Geduld <= TimeSpan.Zero) yield return Fout($"{sleutel}:Geduld", "moet langer dan 0 zijn.");
            if (dienst.Value.MeesteGelijktijdig < 0 || dienst.Value.MeesteBytes < 0) yield return Fout(sleutel, "een grens is 0 of hoger.");
        }

        foreach (var (sleutel, alias) in options.Aliassen.SelectMany(o => o.Value.Select(a => ($"Aliassen:{o.Key}:{a.Key}", a))))
        {
            if (!Aliasnaam().IsMatch(alias.Key)) yield return Fout(sleutel, "mag kleine letters, cijfers en - hebben.");
            if ((alias.Value.Grant is null) == (alias.Value.Dienst is null)) yield return Fout(sleutel, "vraagt óf Grant óf Dienst.");
        }
    }

    private static IEnumerable<Configuratiefout> Beleid(FscOptions options)
    {
        foreach (var (sleutel, reden) in Beleidscontrole.Fouten(options.Beleid)) yield return Fout($"Beleid:{sleutel}", reden);
        foreach (var (sleutel, vertaling) in options.Doelvertalingen.SelectMany(o => o.Value.Select(v => ($"Doelvertalingen:{o.Key}:{v.Key}", v.Value))))
        {
            if (vertaling.Aanbieder.Length == 0) yield return Fout($"{sleutel}:Aanbieder", "ontbreekt.");
            if (vertaling.Dienst.Length == 0) yield return Fout($"{sleutel}:Dienst", "ontbreekt.");
            if (!Headernaam().IsMatch(vertaling.Header)) yield return Fout($"{sleutel}:Header", $"'{vertaling.Header}' kan geen header zijn.");
            if (vertaling.Doelen.Count == 0) yield return Fout($"{sleutel}:Doelen", "ontbreekt.");
            if (vertaling.Doelen.Any(d => d.Doel.Length == 0 || !Headerwaarde().IsMatch(d.Waarde))) yield return Fout($"{sleutel}:Doelen", "vraagt per doel een Doel (URI) en een Waarde.");
            if (vertaling.Doelen.DistinctBy(d => d.Doel).Count() < vertaling.Doelen.Count) yield return Fout($"{sleutel}:Doelen", "noemt een doel meer dan eens.");
        }
    }

    private static bool IsAdres(string adres, params string[] schemas) =>
        Uri.TryCreate(adres, UriKind.Absolute, out var uri) && schemas.Contains(uri.Scheme) && uri is { Query: "", Fragment: "", UserInfo: "" };

    private static IEnumerable<Configuratiefout> Certificaat(string slug, CertificaatOptions certificaat)
    {
        var sleutel = $"Certificaten:{slug}";
        if ((certificaat.Pem is null) == (certificaat.Pfx is null)) yield return Fout(sleutel, "vraagt óf Pem (met Sleutel) óf Pfx.");
        if (certificaat.Pem is not null && certificaat.Sleutel is null) yield return Fout($"{sleutel}:Sleutel", "ontbreekt.");
        foreach (var bestand in new[] { certificaat.Pem, certificaat.Sleutel, certificaat.Pfx }.OfType<string>().Where(b => !File.Exists(b)))
            yield return Fout(sleutel, $"bestand '{bestand}' bestaat niet.");
    }

    /// <summary>Whether configuration may set a header of this name.</summary>
    internal static bool KanHeader(string naam) => Headernaam().IsMatch(naam);

    internal static bool KanHeaderwaarde(string waarde) => Headerwaarde().IsMatch(waarde);

    private static Configuratiefout Fout(string sleutel, string reden) => new($"{FscOptions.Sectie}:{sleutel}", reden);

    [GeneratedRegex(@"\A[a-zA-Z0-9./_-]{1,100}\z")]
    private static partial Regex Groep();

    [GeneratedRegex(@"\A[a-zA-Z0-9._-]{3,100}\z")]
    private static partial Regex Dienstnaam();

    // RFC 9110 5.6.2; what FSC and Meent use themselves is not for others.
    [GeneratedRegex(@"\A(?!fsc-|meent-|authorization\z|host\z)[!#$%&'*+.^_`|~0-9a-z-]+\z", RegexOptions.IgnoreCase)]
    private static partial Regex Headernaam();

    [GeneratedRegex(@"\A[!-~]([ -~]*[!-~])?\z")]
    private static partial Regex Headerwaarde();

    [GeneratedRegex(@"\A[a-z0-9-]{1,63}\z")]
    private static partial Regex Aliasnaam();
}
