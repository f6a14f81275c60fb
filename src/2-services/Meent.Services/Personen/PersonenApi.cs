using Meent.Data.Migraties;
using Meent.Services.Personen.Autorisaties;
using Meent.Services.Personen.Bewoningen;
using Meent.Services.Personen.Historie;
using Meent.Services.Personen.Invoer;
using Meent.Services.Personen.Onderzoeken;
using Meent.Services.Personen.Opslag;
using Meent.Services.Personen.Reisdocumenten;
using Meent.Services.Personen.Volgen;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Elders;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Personen;

/// <summary>The BRP at the source: Personen 2.7.0, and the APIs that tell other things of the same lists.</summary>
internal static class PersonenApi
{
    public static IServiceCollection AddPersonen(this IServiceCollection services) => services.AddVoorpost()
        .AddBron("personen", typeof(PersonenApi).Assembly, "Meent.Services.Personen.Migraties", Diensten.Personen, Diensten.Reisdocumenten, Diensten.Bewoning, Diensten.Verblijfplaatshistorie, Diensten.Tabellen)
        .AddTeller("personen", Diensten.Personen, "SELECT COUNT(*) FROM personen_personen")
        .AddSingleton<Tabelopslag>().AddSingleton<Sleutelvulling>().AddSingleton<Autorisatieboek>().AddSingleton<Vastlegging>()
        .AddSingleton<Verstrekking>().AddSingleton<Reisdocumentverstrekking>().AddSingleton<Bewoningverstrekking>().AddSingleton<Historieverstrekking>()
        .AddSingleton<IBeheertaak, ImportBrp>();

    public static void MapPersonen(this IEndpointRouteBuilder routes)
    {
        routes.MapOnderzoeken();
        routes.MapVolgen();
        routes.MapAutorisaties();
        routes.MapVraag<Verstrekking>(
            Diensten.Personen, "/personen", "Personen", kentToestemming: true, (bron, aanroep, vraag, stop) => bron.Beantwoord(aanroep, vraag, stop));
        routes.MapVraag<Reisdocumentverstrekking>(
            Diensten.Reisdocumenten, "/reisdocumenten", "Reisdocumenten", kentToestemming: true, (bron, aanroep, vraag, stop) => bron.Beantwoord(aanroep, vraag, stop));
        routes.MapVraag<Historieverstrekking>(
            Diensten.Verblijfplaatshistorie, "/verblijfplaatshistorie", "Verblijfplaatshistorie", kentToestemming: true, (bron, aanroep, vraag, stop) => bron.Beantwoord(aanroep, vraag, stop));
        // Who consents does so for himself, not for who lives with him.
        routes.MapVraag<Bewoningverstrekking>(
            Diensten.Bewoning, "/bewoningen", "Bewoningen", kentToestemming: false, (bron, aanroep, vraag, stop) => bron.Beantwoord(aanroep, vraag, stop));
    }
}
