using Meent.Configuratie;
using Meent.Node;
using Meent.Standards.Beheer;
using Meent.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Tests.Configuratie;

public sealed class ConfiguratieControleTests
{
    [Fact]
    public void Nothing_configured_is_right() => Assert.Empty(Fouten());

    [Fact]
    public void All_mistakes_are_found_at_once_each_with_its_key()
    {
        var fouten = Fouten(
            ("Meent:Basis", "http://localhost:8080/"),
            ("Meent:Luister:0", "overal"),
            ("Meent:Modules:0", "kelder"),
            ("Meent:Database:Soort", "oracle"),
            ("Meent:Organisaties:0:Slug", "Duin Waarde"),
            ("Meent:Organisaties:0:Oin", "123"),
            ("Meent:Organisaties:0:Rsin", "990000012"),
            ("Meent:Organisaties:0:Gemeentecode", "99"),
            ("Meent:Organisaties:0:EerdereGemeentecodes:0", "1"),
            ("Meent:Organisaties:0:Diensten:0", "lezen"),
            ("Meent:Clients:0:Geheim", "kort"),
            ("Meent:Limieten:PerClient", "-1"),
            ("Meent:Auditlog:Bewaardagen", "7"),
            ("Meent:Hoofdsleutel", "kort"));

        Assert.Equal(
            [
                "Meent:Auditlog:Bewaardagen", "Meent:Basis", "Meent:Clients:0:Geheim", "Meent:Clients:0:Id", "Meent:Clients:0:Organisatie", "Meent:Database:Soort", "Meent:Hoofdsleutel",
                "Meent:Limieten:PerClient", "Meent:Luister:0", "Meent:Modules:0", "Meent:Organisaties:0:Diensten:0", "Meent:Organisaties:0:EerdereGemeentecodes:0", "Meent:Organisaties:0:Gemeentecode", "Meent:Organisaties:0:Naam",
                "Meent:Organisaties:0:Oin", "Meent:Organisaties:0:Rsin", "Meent:Organisaties:0:Slug",
            ],
            fouten.Select(f => f.Sleutel).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_port_for_certificates_has_its_files_and_a_client_a_name_on_its_own()
    {
        Assert.Equal(["Meent:Tls:Luister", "Meent:Tls:Basis", "Meent:Tls:Certificaat", "Meent:Tls:Ankers"],
            Fouten(("Meent:Tls:Luister", "http://0.0.0.0:8445"), ("Meent:Tls:Basis", "http://localhost"), ("Meent:Tls:Certificaat", "/er/niet.pem"), ("Meent:Tls:Ankers:0", "/er/niet.pem")).Select(f => f.Sleutel));
        Assert.Equal(["Meent:Clients:0:Certificaat"], Fouten(("Meent:Clients:0:Id", "a"), ("Meent:Clients:0:Organisatie", "duinwaarde"), ("Meent:Clients:0:Certificaat", "geen naam")).Select(f => f.Sleutel));
        Assert.Empty(Fouten(("Meent:Clients:0:Id", "a"), ("Meent:Clients:0:Organisatie", "duinwaarde"), ("Meent:Clients:0:Certificaat", "CN=a, C=NL")));
    }

    [Fact]
    public void An_S3_store_is_complete_and_a_key_has_its_length()
    {
        Assert.Equal(["Meent:Inhoud:Sleutel", "Meent:Inhoud:Soort"], Fouten(("Meent:Inhoud:Sleutel", "kort"), ("Meent:Inhoud:Soort", "lade")).Select(f => f.Sleutel));
        Assert.Equal(
            ["Meent:Inhoud:S3:Adres", "Meent:Inhoud:S3:Bucket", "Meent:Inhoud:S3:Toegangssleutel", "Meent:Inhoud:S3:Geheim"], Fouten(("Meent:Inhoud:Soort", "s3")).Select(f => f.Sleutel));
        Assert.Empty(Fouten(
            ("Meent:Inhoud:Soort", "s3"), ("Meent:Inhoud:S3:Adres", "https://s3.example.nl"), ("Meent:Inhoud:S3:Bucket", "meent-{organisatie}"),
            ("Meent:Inhoud:S3:Toegangssleutel", "sleutel"), ("Meent:Inhoud:S3:Geheim", "geheim")));
    }

    [Fact]
    public void A_client_of_the_objecten_api_has_a_token_of_its_own_and_rights_that_can_be()
    {
        (string, string)[] Client(int nummer, params (string, string)[] meer) =>
            [($"Meent:Clients:{nummer}:Id", $"c{nummer}"), ($"Meent:Clients:{nummer}:Organisatie", "duinwaarde"), .. meer.Select(m => ($"Meent:Clients:{nummer}:{m.Item1}", m.Item2))];
        var token = ("Token", "0123456789abcdef0123456789abcdef01234567");
        var goed = Client(0, token, ("Objecttypen:0:Type", "0b00b000-0000-7000-8000-000000000001"), ("Objecttypen:0:Velden:1:0", "url"), ("Objecttypen:1:Type", "0b00b000-0000-7000-8000-000000000002"), ("Objecttypen:1:Modus", "read_and_write"));

        Assert.Empty(Fouten(goed));
        Assert.Equal(
            ["Meent:Clients:1:Token", "Meent:Clients:1:Objecttypen:0:Type", "Meent:Clients:1:Objecttypen:0:Modus", "Meent:Clients:1:Objecttypen:1:Velden", "Meent:Clients:1:Objecttypen:1:Velden:een", "Meent:Clients:2:Token"],
            Fouten([
                .. goed, .. Client(1, token, ("Objecttypen:0:Type", "boom"), ("Objecttypen:0:Modus", "alles"), ("Objecttypen:1:Type", "0b00b000-0000-7000-8000-000000000002"), ("Objecttypen:1:Modus", "read_and_write"), ("Objecttypen:1:Velden:een:0", "url")),
                .. Client(2, ("Token", "kort")),
            ]).Select(f => f.Sleutel));
    }

    [Fact]
    public void A_key_that_does_not_exist_is_named_with_those_that_do()
    {
        var fout = Assert.Single(Fouten(("Meent:Databse:Soort", "sqlite")));

        Assert.Equal("Meent:Databse", fout.Sleutel);
        Assert.Contains("Database", fout.Reden, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_layer_reads_itself_is_known()
    {
        using var map = new TijdelijkeMap();
        await using var app = Knooppunt.Bouw(new Instellingen(null, [$"Meent:Data={map.Bestand("data")}"]));

        Assert.Equal(
            app.Services.GetServices<IConfiguratieControle>().Select(controle => controle.Sectie).Order(StringComparer.Ordinal),
            ConfiguratieControle.VanLagen.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Meent:Invoer:Gebeurtenissen", "true")]
    [InlineData("Meent:Uploads:Grootste", "1000")]
    [InlineData("Meent:Signalen:duinwaarde:Aan", "true")]
    public void What_the_manual_names_may_be_set(string sleutel, string waarde) => Assert.Empty(Fouten((sleutel, waarde)));

    [Fact]
    public void A_key_that_does_not_exist_hides_no_other_mistake() => Assert.Equal(
        ["Meent:Databse", "Meent:Basis"], Fouten(("Meent:Databse:Soort", "sqlite"), ("Meent:Basis", "hier")).Select(f => f.Sleutel));

    [Fact]
    public void A_value_where_a_list_belongs_is_named() =>
        Assert.Equal("Meent:Modules", Assert.Single(Fouten(("Meent:Modules", "services"))).Sleutel);

    [Fact]
    public void A_value_of_the_wrong_kind_is_named() =>
        Assert.Equal("Meent:Database:MaxVerbindingen: 'veel' is geen geheel getal.", Assert.Single(Fouten(("Meent:Database:MaxVerbindingen", "veel"))).ToString());

    [Fact]
    public void A_secret_is_never_repeated() =>
        Assert.DoesNotContain(Fouten(("Meent:Clients:0:Geheim", "sesam-open-u")), f => f.Reden.Contains("sesam", StringComparison.Ordinal));

    [Fact]
    public void Postgres_wants_a_connection_for_each_organisation() =>
        Assert.Equal("Meent:Database:Verbinding", Assert.Single(Fouten(("Meent:Database:Soort", "postgres"), ("Meent:Database:Verbinding", "Host=db"))).Sleutel);

    [Fact]
    public void A_node_that_serves_some_modules_names_the_nodes_of_those_that_it_calls() => Assert.Equal(
        ["Meent:Knoop:Elders:services", "Meent:Knoop:Elders:integratie"],
        Fouten(("Meent:Modules:0", "interactie"), ("Meent:Modules:1", "proces")).Select(f => f.Sleutel));

    [Fact]
    public void Services_and_integration_together_call_nothing_elsewhere() =>
        Assert.Empty(Fouten(("Meent:Modules:0", "services"), ("Meent:Modules:1", "integratie")));

    [Fact]
    public void Mistakes_in_the_division_over_nodes_are_named_with_their_keys() => Assert.Equal(
        ["Meent:Hoofdsleutel", "Meent:Knoop:Elders:interactie", "Meent:Knoop:Elders:kelder", "Meent:Knoop:Elders:services", "Meent:Knoop:Luister"],
        Fouten(
            ("Meent:Modules:0", "interactie"), ("Meent:Modules:1", "proces"), ("Meent:Modules:2", "integratie"),
            ("Meent:Knoop:Luister", "https://node-1:8444"),
            ("Meent:Knoop:Elders:interactie", "https://node-1:8444"),
            ("Meent:Knoop:Elders:kelder", "https://node-1:8444"),
            ("Meent:Knoop:Elders:services", "http://node-1:8444")).Select(f => f.Sleutel).Order(StringComparer.Ordinal));

    [Fact]
    public void A_client_has_a_secret_or_public_keys()
    {
        (string, string) Client(string sleutel, string waarde) => ("Meent:Clients:0:" + sleutel, waarde);
        const string openbaar = """{"keys":[{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}""";

        Assert.Empty(Fouten(Client("Id", "a"), Client("Organisatie", "duinwaarde"), Client("Jwks", openbaar)));
        Assert.Equal(["Meent:Clients:0:Geheim"], Fouten(Client("Id", "a"), Client("Organisatie", "duinwaarde")).Select(f => f.Sleutel));
        Assert.Equal(["Meent:Clients:0:Geheim"], Fouten(Client("Id", "a"), Client("Organisatie", "duinwaarde"), Client("Jwks", openbaar), Client("Geheim", "kort")).Select(f => f.Sleutel));
        Assert.Equal(["Meent:Clients:0:Jwks"], Fouten(Client("Id", "a"), Client("Organisatie", "duinwaarde"), Client("Jwks", "{}")).Select(f => f.Sleutel));
    }

    [Fact]
    public void A_client_with_a_token_needs_no_secret_and_has_scopes_that_there_are()
    {
        (string, string)[] Client(int nummer, string token, string scope) =>
            [($"Meent:Clients:{nummer}:Id", $"client-{nummer}"), ($"Meent:Clients:{nummer}:Organisatie", "duinwaarde"), ($"Meent:Clients:{nummer}:Token", token), ($"Meent:Clients:{nummer}:Scopes:0", scope)];
        var token = new string('t', 32);

        Assert.Empty(Fouten(Client(0, token, "klantinteracties.lezen")));
        Assert.Equal(["Meent:Clients:0:Token"], Fouten(Client(0, "kort", "contactgegevens.bijwerken")).Select(f => f.Sleutel));
        Assert.Equal(["Meent:Clients:0:Scopes:0"], Fouten(Client(0, token, "zaken.lezen")).Select(f => f.Sleutel));
        Assert.Equal(["Meent:Clients:1:Token"], Fouten([.. Client(0, token, "klantinteracties.lezen"), .. Client(1, token, "klantinteracties.lezen")]).Select(f => f.Sleutel));
    }

    [Fact]
    public void Two_organisations_have_not_the_same_slug_or_oin()
    {
        (string, string) Organisatie(int i, string sleutel, string waarde) => ($"Meent:Organisaties:{i}:{sleutel}", waarde);
        var fouten = Fouten([.. Enumerable.Range(0, 2).SelectMany(i => new[]
        {
            Organisatie(i, "Slug", "a"), Organisatie(i, "Naam", "A"), Organisatie(i, "Oin", "00000001990000011000"), Organisatie(i, "Rsin", "990000011"),
        })]);

        Assert.Equal(["Meent:Organisaties:1:Slug", "Meent:Organisaties:1:Oin"], fouten.Select(f => f.Sleutel));
    }

    private static IReadOnlyList<Meent.Standards.Beheer.Configuratiefout> Fouten(params (string Sleutel, string Waarde)[] instellingen) =>
        ConfiguratieControle.Controleer(new ConfigurationBuilder().AddInMemoryCollection(instellingen.Select(i => KeyValuePair.Create(i.Sleutel, (string?)i.Waarde))).Build());
}
