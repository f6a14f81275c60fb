using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.EigenApi;

/// <summary>
/// <c>openapi.json</c> at each API that does not bring one itself, and the full version in each answer (API Design Rules, /core/publish-openapi and
/// /core/version-header). The BRP APIs have none here: the paths of their standards bear no major version, which the rules ask of a server's URL.
/// </summary>
internal static class Beschrijvingen
{
    private static readonly Dictionary<string, (string Titel, string Omschrijving, string Versie)> Apis = new(StringComparer.Ordinal)
    {
        [Diensten.Zaken] = ("Zaken", "Zaken API van de VNG (zrc), voor zover Meent die aanbiedt.", "1.7.0"),
        [Diensten.Catalogi] = ("Catalogi", "Catalogi API van de VNG (ztc), voor zover Meent die aanbiedt.", "1.3.3"),
        [Diensten.Documenten] = ("Documenten", "Documenten API van de VNG (drc), voor zover Meent die aanbiedt.", "1.7.0"),
        [Diensten.Besluiten] = ("Besluiten", "Besluiten API van de VNG (brc), voor zover Meent die aanbiedt.", "1.1.0"),
        [Diensten.Referentielijsten] = ("Referentielijsten", "Selectielijst en andere referentielijsten van de VNG (vrl).", "0.6.0"),
        [Diensten.Autorisaties] = ("Autorisaties", "Autorisaties API van de VNG (ac).", "1.1.0"),
        [Diensten.Rechten] = ("Rechten", "Rechten per zaaktype, informatieobjecttype of besluittype in al zijn versies, of per catalogus; naast de Autorisaties API.", "1.0.0"),
        [Diensten.Catalogusbeheer] = ("Catalogusbeheer", "Catalogi uitvoeren en inlezen, en lopende zaken naar een nieuwe versie van hun zaaktype brengen; naast de Catalogi API.", "1.0.0"),
        [Diensten.Vernietiging] = ("Vernietiging", "Vernietigingslijsten: opstellen, beoordelen, vaststellen, uitvoeren, verklaren.", "1.0.0"),
        [Diensten.Klantinteracties] = ("Klantinteracties", "Klantinteracties API, zoals die van Open Klant 2.18.", "0.9.0"),
        [Diensten.Contactgegevens] = ("Contactgegevens", "Contactgegevens API, zoals die van Open Klant 2.18.", "1.1.1"),
        [Diensten.Objecten] = ("Objecten", "Objecten API met de objecttypen erin (Open Object): objecten van zelf beschreven typen, met hun geschiedenis.", "2.7.0"),
        [Diensten.Objecttypen] = ("Objecttypen", "Objecttypen API: de beschrijving van objecten, in versies. Dezelfde als in de Objecten API.", "2.2.2"),
        [Diensten.Tabellen] = ("Landelijke tabellen", "Landelijke tabellen van de BRP (Haal Centraal): waar een code voor staat.", "1.0.0"),
        [Diensten.Terugmeldingen] = ("Terugmeldingen", "Twijfel over een gegeven in de basisregistratie personen melden, volgen en afhandelen.", "1.0.0"),
        [Diensten.Adressen] = ("Adressen", "BAG API Individuele bevragingen van het Kadaster, voor zover Meent die aanbiedt.", "2.0.0"),
        [Diensten.Woz] = ("WOZ bevragen", "Waardering onroerende zaken (Haal Centraal): objecten met hun waarden en belanghebbenden.", "1.0.0"),
        [Diensten.Brk] = ("BRK bevragen", "Basisregistratie Kadaster (Haal Centraal): percelen en appartementsrechten, wie er rechten op heeft, en wat die beperkt.", "2.0.0"),
        [Diensten.Kvk] = ("Handelsregister", "API's van de KVK op het handelsregister: Zoeken 2, Basisprofiel, Vestigingsprofiel en Naamgeving 1.", "2.1.0"),
        [Diensten.Logboek] = ("Logboek", "Logboek Dataverwerkingen: vastleggen, lezen, inzage.", "1.1.0"),
        [Diensten.Verwerkingsacties] = ("Verwerkingsacties", "Bewerking API van de VNG Verwerkingenlogging, op het logboek.", "0.9.0"),
        [Diensten.VerwerkteObjecten] = ("Verwerkte objecten", "Inzage API van de VNG Verwerkingenlogging, op het logboek.", "0.9.0"),
        [Diensten.Verwerkingsregister] = ("Verwerkingsregister", "Verwerkingsactiviteiten met doel, grondslag en versies.", "0.1.0"),
        [Diensten.Toestemmingen] = ("Toestemmingen", "Wat inwoners van hun gegevens delen, met wie, waarvoor en tot wanneer; geven en intrekken.", "1.0.0"),
        [Diensten.Toegang] = ("Toegang", "Medewerkers, rollen, mandaten en caseload.", "1.0.0"),
        [Diensten.Notificaties] = ("Notificaties", "Kanalen, abonnementen en notificaties (nrc) en CloudEvents.", "1.0.1"),
        [Diensten.Bezorging] = ("Bezorging", "Wat er van notificaties geworden is, opnieuw sturen, en de vorm waarin; naast de Notificaties API.", "1.0.0"),
        [Diensten.Processtaat] = ("Processtaat", "De duurzame staat van processen.", "1.0.0"),
        [Diensten.Processen] = ("Processen", "Procesdefinities, instanties en taken.", "1.0.0"),
        [Diensten.Fsc] = ("FSC-beheer", "Beheer van de eigen Manager: contracten, peers, diensten, transacties.", "1.0.0"),
    };

    private static readonly (PathString Pad, string Versie)[] Versies = [.. Apis.Select(api => (new PathString(Diensten.Pad(api.Key)), api.Value.Versie))];

    /// <summary>Puts the version in each answer of these APIs; what an API sets itself goes before.</summary>
    public static void UseVersies(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        foreach (var (pad, versie) in Versies)
        {
            if (!http.Request.Path.StartsWithSegments(pad)) continue;
            http.Response.Headers["API-Version"] = versie;
            break;
        }

        return next(http);
    });

    public static void MapBeschrijvingen(this IEndpointRouteBuilder routes)
    {
        foreach (var (dienst, (titel, omschrijving, versie)) in Apis)
        {
            var document = new ApiDocument(titel, omschrijving, versie, Diensten.Pad(dienst), Bronnen.Json);
            routes.MapGet(Diensten.Pad(dienst) + "/openapi.json", (HttpContext http, EndpointDataSource bron) =>
                {
                    http.Response.Headers.AccessControlAllowOrigin = "*";
                    return Results.Text(document.Maak(bron.Endpoints, http.Organisatie()).ToJsonString(JsonSerializerOptions.Web), "application/json");
                })
                .WithName($"{dienst}_openapi").WithSummary("Deze beschrijving.").WithTags(titel).Produces(StatusCodes.Status200OK).AllowAnonymous();
        }
    }
}
