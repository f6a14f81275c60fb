using System.Globalization;
using System.Text.RegularExpressions;
using Meent.Data.Inhoud;
using Meent.Node;
using Meent.Standards.Beheer;
using Meent.Standards.Identificaties;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Toegang;

namespace Meent.Configuratie;

/// <summary>
/// Finds every mistake in the configuration at once, each with the full name of its key and what may stand there, so that an administrator
/// starts again once and not once a mistake.
/// </summary>
internal static partial class ConfiguratieControle
{
    /// <summary>Sections that a layer reads and checks itself (<see cref="IConfiguratieControle"/>), also of layers that this node does not serve: nodes share a configuration.</summary>
    public static readonly string[] VanLagen = ["Inloggen", "Uploads", "Fsc", "Bronnen", "Buitenwereld", "Invoer", "Logboek", "Signalen"];

    public static IReadOnlyList<Configuratiefout> Controleer(IConfiguration configuratie)
    {
        var sectie = configuratie.GetSection(MeentOptions.Sectie);
        var fouten = Sleutels.Controleer(sectie, typeof(MeentOptions), VanLagen);
        if (Sleutels.Lees<MeentOptions>(sectie) is not { } opties) return fouten;

        Knooppunt(opties, fouten);
        Knopencontrole.Controleer(opties, fouten);
        Tls(opties.Tls, fouten);
        Database(opties.Database, fouten);
        Inhoud(opties.Inhoud, fouten);
        Limieten(opties.Limieten, fouten);
        if (opties.Auditlog.Bewaardagen is < 30 or > 36_500) fouten.Add(new("Meent:Auditlog:Bewaardagen", "is een aantal dagen van 30 tot en met 36.500."));
        for (var i = 0; i < opties.Organisaties.Count; i++) Organisatie(opties, i, fouten);
        for (var i = 0; i < opties.Clients.Count; i++) Client(opties, i, fouten);
        return fouten;
    }

    private static void Knooppunt(MeentOptions opties, List<Configuratiefout> fouten)
    {
        if (!IsBasis(opties.Basis)) fouten.Add(new("Meent:Basis", $"'{opties.Basis}' is geen http(s)-adres zonder schuine streep aan het eind."));
        for (var i = 0; i < opties.Luister.Count; i++)
            if (!IsLuisteradres(opties.Luister[i])) fouten.Add(new($"Meent:Luister:{i}", $"'{opties.Luister[i]}' is geen adres om op te luisteren, zoals http://0.0.0.0:8080."));
        if (opties.LuisterGrpc is { } grpc && !(IsLuisteradres(grpc) && grpc.StartsWith("http:", StringComparison.Ordinal))) fouten.Add(new("Meent:LuisterGrpc", $"'{grpc}' is geen http-adres om op te luisteren, zoals http://0.0.0.0:4317."));
        if (string.IsNullOrWhiteSpace(opties.Data)) fouten.Add(new("Meent:Data", "is leeg; noem een map."));
        for (var i = 0; i < opties.Modules.Count; i++)
            if (!Modules.Alle.Contains(opties.Modules[i]))
                fouten.Add(new($"Meent:Modules:{i}", $"'{opties.Modules[i]}' is geen module; kies uit {string.Join(", ", Modules.Alle)}."));
        if (opties.Hoofdsleutel is { } sleutel && !IsSleutel(sleutel)) fouten.Add(new("Meent:Hoofdsleutel", "moet 32 bytes in base64 zijn, zoals van openssl rand -base64 32."));
    }

    private static void Tls(TlsOptions tls, List<Configuratiefout> fouten)
    {
        if (tls.Luister is null) return;
        if (!Tlspoort.IsAdres(tls.Luister)) fouten.Add(new("Meent:Tls:Luister", $"'{tls.Luister}' is geen adres om op te luisteren, zoals https://0.0.0.0:8445."));
        if (!IsBasis(tls.Basis) || !tls.Basis.StartsWith("https:", StringComparison.Ordinal)) fouten.Add(new("Meent:Tls:Basis", $"'{tls.Basis}' is geen https-adres zonder schuine streep aan het eind."));
        fouten.AddRange(Tlspoort.Fouten(tls));
    }

    private static void Database(DatabaseOptions database, List<Configuratiefout> fouten)
    {
        if (database.Soort is not (DatabaseOptions.Sqlite or DatabaseOptions.Postgres))
            fouten.Add(new("Meent:Database:Soort", $"'{database.Soort}' is geen database; kies uit sqlite, postgres."));
        if (database.Soort == DatabaseOptions.Postgres && database.Verbinding?.Contains("{organisatie}", StringComparison.Ordinal) != true)
            fouten.Add(new("Meent:Database:Verbinding", "moet bij postgres een verbinding zijn waarin {organisatie} staat, zoals Host=db;Username=meent;Database=meent_{organisatie}."));
        if (database.MaxVerbindingen < 1) fouten.Add(new("Meent:Database:MaxVerbindingen", "moet ten minste 1 zijn."));
    }

    private static void Inhoud(InhoudOptions inhoud, List<Configuratiefout> fouten)
    {
        if (inhoud.Sleutel is { } sleutel && !IsSleutel(sleutel)) fouten.Add(new("Meent:Inhoud:Sleutel", "moet 32 bytes in base64 zijn, zoals van openssl rand -base64 32."));
        if (inhoud.Soort is not (InhoudOptions.Map or InhoudOptions.S3Dienst)) fouten.Add(new("Meent:Inhoud:Soort", $"'{inhoud.Soort}' is geen opslag; kies uit {InhoudOptions.Map}, {InhoudOptions.S3Dienst}."));
        if (inhoud.Soort != InhoudOptions.S3Dienst) return;
        if (!IsBasis(inhoud.S3.Adres)) fouten.Add(new("Meent:Inhoud:S3:Adres", $"'{inhoud.S3.Adres}' is geen http(s)-adres zonder schuine streep aan het eind."));
        foreach (var (naam, waarde) in new[] { ("Bucket", inhoud.S3.Bucket), ("Regio", inhoud.S3.Regio), ("Toegangssleutel", inhoud.S3.Toegangssleutel), ("Geheim", inhoud.S3.Geheim) })
            if (string.IsNullOrWhiteSpace(waarde)) fouten.Add(new($"Meent:Inhoud:S3:{naam}", "is leeg."));
    }

    private static void Limieten(LimietOpties limieten, List<Configuratiefout> fouten)
    {
        foreach (var (naam, waarde) in new[] { (nameof(limieten.PerClient), limieten.PerClient), (nameof(limieten.PerOrganisatie), limieten.PerOrganisatie) })
            if (waarde is < 0 or > 1_000_000) fouten.Add(new($"Meent:Limieten:{naam}", "is een aantal verzoeken per seconde, ten hoogste 1.000.000; 0 voor geen limiet."));
    }

    private static void Organisatie(MeentOptions opties, int index, List<Configuratiefout> fouten)
    {
        var sleutel = $"Meent:Organisaties:{index}";
        var organisatie = opties.Organisaties[index];
        var eerdere = opties.Organisaties.Take(index).ToList();
        if (!Slug().IsMatch(organisatie.Slug)) fouten.Add(new($"{sleutel}:Slug", $"'{organisatie.Slug}' moet uit 1-40 kleine letters, cijfers en streepjes bestaan."));
        if (eerdere.Any(e => e.Slug == organisatie.Slug)) fouten.Add(new($"{sleutel}:Slug", $"'{organisatie.Slug}' komt twee keer voor."));
        if (string.IsNullOrWhiteSpace(organisatie.Naam)) fouten.Add(new($"{sleutel}:Naam", "is leeg."));
        if (!Oin.IsGeldig(organisatie.Oin)) fouten.Add(new($"{sleutel}:Oin", $"'{organisatie.Oin}' is geen OIN: twintig cijfers."));
        if (eerdere.Any(e => e.Oin == organisatie.Oin)) fouten.Add(new($"{sleutel}:Oin", $"'{organisatie.Oin}' komt twee keer voor."));
        if (!Rsin.IsGeldig(organisatie.Rsin)) fouten.Add(new($"{sleutel}:Rsin", $"'{organisatie.Rsin}' is geen RSIN: negen cijfers die aan de elfproef voldoen."));
        if (organisatie.Gemeentecode is { } code && !Gemeentecode().IsMatch(code)) fouten.Add(new($"{sleutel}:Gemeentecode", $"'{code}' is geen gemeentecode: vier cijfers."));
        for (var i = 0; i < organisatie.EerdereGemeentecodes.Count; i++)
            if (!Gemeentecode().IsMatch(organisatie.EerdereGemeentecodes[i]))
                fouten.Add(new($"{sleutel}:EerdereGemeentecodes:{i}", $"'{organisatie.EerdereGemeentecodes[i]}' is geen gemeentecode: vier cijfers."));
        if (organisatie.Basis is { } basis && !IsBasis(basis)) fouten.Add(new($"{sleutel}:Basis", $"'{basis}' is geen http(s)-adres zonder schuine streep aan het eind."));
        for (var i = 0; i < organisatie.Diensten.Count; i++)
            if (!Diensten.Bestaat(organisatie.Diensten[i]))
                fouten.Add(new($"{sleutel}:Diensten:{i}", $"'{organisatie.Diensten[i]}' is geen dienst; kies uit {string.Join(", ", Diensten.Alle)}."));
    }

    private static void Client(MeentOptions opties, int index, List<Configuratiefout> fouten)
    {
        var sleutel = $"Meent:Clients:{index}";
        var client = opties.Clients[index];
        var organisaties = opties.Lijst();
        if (string.IsNullOrWhiteSpace(client.Id)) fouten.Add(new($"{sleutel}:Id", "is leeg."));
        if (opties.Clients.Take(index).Any(c => c.Id == client.Id && c.Organisatie == client.Organisatie)) fouten.Add(new($"{sleutel}:Id", $"'{client.Id}' komt bij deze organisatie twee keer voor."));
        // RFC 7518 §3.2: a key of HS256 has at least the size of the hash. The message does not repeat the secret.
        if (client.Geheim.Length < 32 && (client is { Jwks: null, Certificaat: null, Token: null } || client.Geheim.Length > 0)) fouten.Add(new($"{sleutel}:Geheim", "moet ten minste 32 tekens hebben (RFC 7518 §3.2)."));
        if (client.Jwks is { } jwks && !Jwks.IsGeldig(jwks)) fouten.Add(new($"{sleutel}:Jwks", "moet een JWKS zijn met openbare sleutels: RSA van ten minste 2048 bits, of EC P-256."));
        if (client.Certificaat is { } naam && !Clientcertificaat.IsNaam(naam)) fouten.Add(new($"{sleutel}:Certificaat", $"'{naam}' is geen naam van een certificaat, zoals CN=zaaksysteem, O=Gemeente Voorbeeld, C=NL."));
        if (client.Token is { Length: < 32 }) fouten.Add(new($"{sleutel}:Token", "moet ten minste 32 tekens hebben, zoals van openssl rand -hex 20."));
        if (client.Token is { } token && opties.Clients.Take(index).Any(c => c.Token == token)) fouten.Add(new($"{sleutel}:Token", "is ook dat van een andere client."));
        for (var i = 0; i < client.Objecttypen.Count; i++) Objecttype(client.Objecttypen[i], $"{sleutel}:Objecttypen:{i}", fouten);
        if (organisaties.All(o => o.Slug != client.Organisatie)) fouten.Add(new($"{sleutel}:Organisatie", $"'{client.Organisatie}' is geen organisatie van deze node; kies uit {string.Join(", ", organisaties.Select(o => o.Slug))}."));
        for (var i = 0; i < client.Scopes.Count; i++)
            if (!Diensten.Scopes.Contains(client.Scopes[i])) fouten.Add(new($"{sleutel}:Scopes:{i}", $"'{client.Scopes[i]}' is geen scope; kies uit {string.Join(", ", Diensten.Scopes)}."));
    }

    private static void Objecttype(ObjecttypeOptions type, string sleutel, List<Configuratiefout> fouten)
    {
        if (!Guid.TryParse(type.Type, out _)) fouten.Add(new($"{sleutel}:Type", $"'{type.Type}' is geen uuid van een objecttype."));
        if (type.Modus is not (ObjecttypeOptions.Lezen or ObjecttypeOptions.Schrijven))
            fouten.Add(new($"{sleutel}:Modus", $"'{type.Modus}' bestaat niet; kies uit {ObjecttypeOptions.Lezen}, {ObjecttypeOptions.Schrijven}."));
        if (type.Modus == ObjecttypeOptions.Schrijven && type.Velden.Count > 0) fouten.Add(new($"{sleutel}:Velden", $"kan alleen bij {ObjecttypeOptions.Lezen}."));
        foreach (var versie in type.Velden.Keys.Where(versie => !ushort.TryParse(versie, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            fouten.Add(new($"{sleutel}:Velden:{versie}", "is geen versie van een objecttype; zet de namen onder het nummer van een versie."));
    }

    private static bool IsSleutel(string tekst) => Convert.TryFromBase64String(tekst, new byte[33], out var lengte) && lengte == 32;

    private static bool IsBasis(string tekst) =>
        Uri.TryCreate(tekst, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && !tekst.EndsWith('/') && uri.Query.Length == 0 && uri.Fragment.Length == 0;

    // Kestrel's own forms: http://*:8080 and http://+:8080 are no URIs.
    private static bool IsLuisteradres(string tekst) =>
        Uri.TryCreate(tekst.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https";

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$")]
    private static partial Regex Slug();

    [GeneratedRegex("^[0-9]{4}$")]
    private static partial Regex Gemeentecode();
}
