using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.Configuration;

namespace Meent.Integration.Elders;

/// <summary>Finds the mistakes in <c>Meent:Bronnen</c>, before anything is made of it.</summary>
internal sealed class BronControle(IConfiguration configuratie, OrganisatieLijst organisaties) : IConfiguratieControle
{
    public string Sectie => "Bronnen";

    public IEnumerable<Configuratiefout> Fouten()
    {
        foreach (var organisatie in configuratie.GetSection($"Meent:{Sectie}").GetChildren())
        {
            if (organisaties.Vind(organisatie.Key) is null) yield return new(organisatie.Path, $"is geen organisatie van deze node; kies uit {string.Join(", ", organisaties.Alle.Select(o => o.Slug))}.");
            foreach (var dienst in organisatie.GetChildren())
            {
                if (!Diensten.VanElders.Contains(dienst.Key)) yield return new(dienst.Path, $"kan niet elders gevraagd worden; kies uit {string.Join(", ", Diensten.VanElders)}.");
                foreach (var fout in Sleutels.Controleer(dienst, typeof(BronOptions))) yield return fout;
                if (Sleutels.Lees<BronOptions>(dienst) is not { } opties) continue;
                foreach (var (sleutel, reden) in Waarden(opties)) yield return new(sleutel.Length == 0 ? dienst.Path : $"{dienst.Path}:{sleutel}", reden);
            }
        }
    }

    // No message repeats a secret.
    private static IEnumerable<(string Sleutel, string Reden)> Waarden(BronOptions opties)
    {
        if (opties.Adres is null == opties.Aanbieder is null) yield return ("", "vraagt óf Adres (van de API) óf Aanbieder (OIN van een deelnemer aan FSC).");
        if (opties.Adres is { } adres && !IsAdres(adres)) yield return ("Adres", "is geen https-adres zonder schuine streep aan het eind (http alleen op deze machine).");
        if (opties.Geduld <= TimeSpan.Zero || opties.Geduld > TimeSpan.FromMinutes(2)) yield return ("Geduld", "moet langer dan 0 en ten hoogste twee minuten zijn.");
        foreach (var naam in opties.Headers.Keys.Where(naam => !FscControle.KanHeader(naam) && !naam.Equals("Authorization", StringComparison.OrdinalIgnoreCase))) yield return ($"Headers:{naam}", "kan geen header zijn.");
        foreach (var (naam, waarde) in opties.Headers.Where(h => !FscControle.KanHeaderwaarde(h.Value))) yield return ($"Headers:{naam}", "heeft een waarde die niet in een header kan.");
        if (opties.DoelHeader is { } header && !FscControle.KanHeader(header)) yield return ("DoelHeader", $"'{header}' kan geen header zijn.");
        if (opties.Doelen.Any(d => d.Doel.Length == 0 || (opties.DoelHeader is not null && !FscControle.KanHeaderwaarde(d.Waarde)))) yield return ("Doelen", "vraagt per doel een Doel (URI), en met DoelHeader een Waarde.");
        foreach (var anker in opties.Ankers.Where(bestand => !File.Exists(bestand))) yield return ("Ankers", $"bestand '{anker}' bestaat niet.");
        if (opties.Certificaat is { } certificaat && (certificaat.Pem is null == certificaat.Pfx is null || new[] { certificaat.Pem, certificaat.Sleutel, certificaat.Pfx }.OfType<string>().Any(b => !File.Exists(b))))
            yield return ("Certificaat", "vraagt Pem met Sleutel, of Pfx: bestanden die er zijn.");
        if (opties.OAuth is not { } oauth) yield break;
        if (!IsAdres(oauth.TokenAdres)) yield return ("OAuth:TokenAdres", "is geen https-adres (http alleen op deze machine).");
        if (oauth.ClientId.Length == 0) yield return ("OAuth:ClientId", "is leeg.");
        if (oauth.Geheim.Length == 0 && opties.Certificaat is null) yield return ("OAuth:Geheim", "is leeg; alleen met Certificaat kan dat.");
        if (opties.Headers.ContainsKey("Authorization")) yield return ("Headers:Authorization", "kan niet naast OAuth.");
    }

    /// <summary>A question with a BSN in it goes over TLS, except within the machine.</summary>
    private static bool IsAdres(string tekst) =>
        Uri.TryCreate(tekst, UriKind.Absolute, out var uri) && !tekst.EndsWith('/') && uri is { Query: "", Fragment: "", UserInfo: "" }
        && (uri.Scheme == Uri.UriSchemeHttps || uri is { Scheme: "http", IsLoopback: true });
}
