using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Tests.Verantwoording;

/// <summary>Endpoints of which no record about a person is due, and why not.</summary>
internal static class ZonderPersonen
{
    private const string InRollen = "Wie erbij hoort staat in rollen; van elke rol die gelezen wordt, en van wie gezocht wordt, is er een record.";
    private const string ZonderNummer = "Zonder een nummer waarmee een persoon te vinden is.";

    /// <summary>Services that keep nothing of residents.</summary>
    private static readonly Dictionary<string, string> Services = new()
    {
        [Diensten.Catalogi] = "Typen.",
        [Diensten.Catalogusbeheer] = "Typen; een zaak die verhuist toont niemand.",
        [Diensten.Referentielijsten] = "Openbare lijsten.",
        [Diensten.Autorisaties] = "Applicaties.",
        [Diensten.Rechten] = "Applicaties.",
        [Diensten.Toegang] = "Medewerkers; die staan in de auditregels, niet in het logboek (LDV 2.3.4).",
        [Diensten.Tabellen] = "Waar codes voor staan.",
        [Diensten.Adressen] = "Adressen, zonder wie er woont.",
        [Diensten.Verwerkingsregister] = "Verwerkingsactiviteiten.",
        [Diensten.Processtaat] = "De staat van de procesmotor, voor de motor alleen; wat een proces gebruikt is vastgelegd waar het dat vraagt.",
        [Diensten.Notificaties] = "Een gebeurtenis noemt een resource, geen persoon.",
        [Diensten.Bezorging] = "Een gebeurtenis noemt een resource, geen persoon.",
        [Diensten.Objecttypen] = "Typen.",
        [Diensten.Objecten] = ZonderNummer,
        [Diensten.Contactgegevens] = ZonderNummer,
        [Diensten.Sdep] = "Adressen en registratienummers, zonder een nummer waarmee een persoon te vinden is; het record noemt geen betrokkene (ActiviteitenTests).",
        [Diensten.Vernietiging] = InRollen,
        [Diensten.Documenten] = InRollen,
        [Diensten.Besluiten] = InRollen,
    };

    /// <summary>Single endpoints, by name.</summary>
    private static readonly Dictionary<string, string> Namen = new[]
    {
        (InRollen, """
            zaak_create zaak_update zaak_partial_update zaaknummer_reserveren status_read status_list status_create
            resultaat_read resultaat_list resultaat_create resultaat_update resultaat_partial_update resultaat_delete
            zaakobject_read zaakobject_list zaakobject_create zaakobject_update zaakobject_partial_update zaakobject_delete
            zaakinformatieobject_read zaakinformatieobject_list zaakinformatieobject_create zaakinformatieobject_update zaakinformatieobject_partial_update zaakinformatieobject_delete
            zaakeigenschap_read zaakeigenschap_list zaakeigenschap_create zaakeigenschap_update zaakeigenschap_partial_update zaakeigenschap_delete
            zaakbesluit_read zaakbesluit_list zaakbesluit_create zaakbesluit_delete zaakcontactmoment_read zaakcontactmoment_list zaakcontactmoment_create zaakcontactmoment_delete
            zaakverzoek_read zaakverzoek_list zaakverzoek_create zaakverzoek_delete klantcontact_read klantcontact_list klantcontact_create
            zaaknotitie_read zaaknotitie_list zaaknotitie_create zaaknotitie_update zaaknotitie_partial_update zaaknotitie_delete
            """),
        ("Wie of wat bij de gemeente werkt, of een groep.", "actor_read actor_list actor_update actor_partial_update actor_delete categorie_read categorie_list categorie_update categorie_partial_update categorie_delete"),
        ("De regels en gebieden van de gemeente, en of een nummer geldig is: zonder naam of adres.", "regels_list regels_read regels_create regels_toets regels_boete regels_voorbeelden gebied_list gebied_read gebied_create geldigheid_read geldigheid_controle"),
        ("Organisaties, waar geld voor is, en de rekeningen van de gemeente.", "huishoudboekje_crediteur_create huishoudboekje_crediteur_list huishoudboekje_crediteur_read huishoudboekje_rekening_crediteur_create huishoudboekje_rubriek_create huishoudboekje_rubriek_list huishoudboekje_bankrekening_create huishoudboekje_bankrekening_list huishoudboekje_afschrift_list huishoudboekje_balans_read"),
        ("Een lijst van betaalruns, zonder wie er betaald wordt.", "huishoudboekje_betaalrun_list"),
        ("Aanvragen onder een nummer van niemand.", "loting_create loting_read"),
        ("Een beschrijving.", """
            zaken_openapi toestemmingen_openapi klantinteracties_openapi logboek_openapi verwerkingsacties_openapi verwerkteobjecten_openapi processen_openapi fsc_openapi verhuur_openapi huishoudboekje_openapi woz_openapi terugmeldingen_openapi kvk_openapi brk_openapi
            oauth_jwks oauth_metadata oauth_metadata_pad authzen_metadata authzen_metadata_pad
            """),
        ("Een token voor een programma.", "oauth_token"),
        ("Of een verzoek mag: er wordt niets van iemand gegeven, en elke beslissing staat in het beslislog.", "access_evaluation access_evaluations"),
        ("Over grond, een organisatie of een akte; wie rechten heeft staat elders.", "GetPubliekrechtelijkeBeperkingen GetKadasterNietNatuurlijkPersonen GetKadasterNietNatuurlijkPersoon GetStuk GetStukdeel"),
        ("Wat een organisatie mag vragen.", "brp_autorisatie_list brp_autorisatie_update brp_toegestaan"),
        ("Cijfers, waarin niemand te vinden is.", "gebruik_list minimalisatie_list"),
        ("Een medewerker onder pseudoniem; wie om de naam vraagt en wie beslist, staat in de auditregels.", "signaalregels_read gebruikssignaal_list gebruikssignaal_over_mij gebruikssignaal_read heridentificatie_create heridentificatie_update"),
        ("Waarvoor toestemming kan, zonder wie haar gaf.", "mogelijkheid_list"),
        ("Vraagt een contract met een ander, dat hier niet is; ToestemmingTests ziet de records.", "toestemming_zoek toestemming_create toestemming_intrekking"),
        ("Weigert altijd.", "Personen_andere_methoden Reisdocumenten_andere_methoden Verblijfplaatshistorie_andere_methoden Bewoningen_andere_methoden"),
        ("Dezelfde code als een endpoint dat gelopen is; OtlpTests en TweeOrganisatiesTests gebruiken ze.", "traces_export_grpc listProcessingActivitiesElsewhere"),
    }.SelectMany(groep => groep.Item2.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), (groep, naam) => (naam, groep.Item1)).ToDictionary();

    public static IEnumerable<string> Genoemd => Namen.Keys;

    public static string Naam(Microsoft.AspNetCore.Http.Endpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? endpoint.DisplayName ?? "";

    /// <returns>Null when there is none.</returns>
    public static string? Reden(RouteEndpoint endpoint) => Namen.GetValueOrDefault(Naam(endpoint))
        ?? Services.FirstOrDefault(dienst => ("/" + endpoint.RoutePattern.RawText!.TrimStart('/')).StartsWith(Diensten.Pad(dienst.Key) + "/", StringComparison.Ordinal)).Value;
}
