using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Personen.Volgen;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Services.Notificaties;

/// <summary>The channels of an organisation: those of its own sources, which are always there, and those that others registered.</summary>
internal static class Kanalen
{
    private static readonly (string Dienst, Kanaal Kanaal)[] Bronnen =
    [
        (Diensten.Zaken, new Kanaal { Naam = "zaken", Filters = ["bronorganisatie", "zaaktype", "vertrouwelijkheidaanduiding"] }),
        (Diensten.Catalogi, new Kanaal { Naam = "zaaktypen", Filters = ["catalogus"] }),
        (Diensten.Catalogi, new Kanaal { Naam = "besluittypen", Filters = ["catalogus"] }),
        (Diensten.Catalogi, new Kanaal { Naam = "informatieobjecttypen", Filters = ["catalogus"] }),
        (Diensten.Autorisaties, new Kanaal { Naam = "autorisaties" }),
        (Diensten.Klantinteracties, new Kanaal { Naam = "partijen", Filters = ["nummer", "soortPartij"] }),
        (Diensten.Klantinteracties, new Kanaal { Naam = "klantcontacten", Filters = ["hoofdOnderwerpType", "indicatieContactGelukt", "verdereActieOndernomen"] }),
        (Diensten.Klantinteracties, new Kanaal { Naam = "internetaken", Filters = ["nummer", "status"] }),
        (Diensten.Objecten, new Kanaal { Naam = "objecten", Filters = ["objectType"] }),
        // Only to who follows the person that it is about.
        (Diensten.Personen, new Kanaal { Naam = Volgtabel.Kanaal, Filters = [Volgtabel.Gebeurtenis] }),
        (Diensten.Huishoudboekje, new Kanaal { Naam = "huishoudboekje" }),
        (Diensten.Verhuur, new Kanaal { Naam = "vakantieverhuur", Filters = ["registratienummer"] }),
    ];

    public static async ValueTask<List<(Guid Id, Kanaal Kanaal)>> Alle(Session session, Organisatie organisatie) =>
    [
        .. Bronnen.Where(bron => organisatie.Diensten.Contains(bron.Dienst)).Select(bron => (Id(bron.Kanaal.Naam), bron.Kanaal)),
        .. await session.All("SELECT id, inhoud FROM notificaties_kanalen ORDER BY naam", row => (row.Guid(0), JsonSerializer.Deserialize<Kanaal>(row.Text(1), Vorm.Json)!)),
    ];

    /// <exception cref="UniqueConflictException">The name is taken.</exception>
    public static ValueTask<int> Voeg(Session session, Guid id, Kanaal kanaal) => session.Execute(
        "INSERT INTO notificaties_kanalen (id, naam, inhoud) VALUES ($1, $2, $3)", id, kanaal.Naam, JsonSerializer.Serialize(kanaal, Vorm.Json));

    /// <summary>An own channel has the same id everywhere, so that its URL holds after a restore.</summary>
    private static Guid Id(string naam) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"kanaal:{naam}")).AsSpan(0, 16), bigEndian: true);
}
