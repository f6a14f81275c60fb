using Meent.Interaction.Beheer;
using Meent.Interaction.Delen;
using Meent.Interaction.Gebruik;
using Meent.Interaction.Gids;
using Meent.Interaction.Huishoudboekje;
using Meent.Interaction.Inloggen;
using Meent.Interaction.Integratie;
using Meent.Interaction.Landschap;
using Meent.Interaction.Mijn;
using Meent.Interaction.Onderdelen;
using Meent.Interaction.Ontwikkelprovider;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Signalen;
using Meent.Interaction.Taal;
using Meent.Interaction.Terugmelden;
using Meent.Interaction.Toegang;
using Meent.Interaction.Toezicht;
using Meent.Interaction.Vergunningen;
using Meent.Interaction.Verhuur;
using Meent.Interaction.Verhuurregels;
using Meent.Interaction.Vernietiging;
using Meent.Interaction.Verwerkingen;
using Meent.Interaction.Verzoeken;
using Meent.Interaction.Werk;
using Meent.Interaction.Zaken;
using Meent.Standards.Beheer;
using Meent.Standards.Logboek;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Meent.Interaction;

/// <summary>Layer 5: the pages for residents, companies, employees and the public.</summary>
public static class InteractionLayer
{
    /// <summary>The host adds Data Protection (where its keys are kept), <c>Bronnen</c> and <c>OrganisatieLijst</c>.</summary>
    public static IServiceCollection AddInteraction(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(OidcClient.ClientName, c => c.Timeout = TimeSpan.FromSeconds(10));
        services.AddSingleton<Inlogvoorzieningen>().AddSingleton<IConfiguratieControle, InlogControle>();
        services.AddSingleton<OidcClient>().AddSingleton<Inlogpogingen>().AddSingleton<Sessies>().AddSingleton<InlogPaginas>();
        services.AddSingleton<Sleutel>().AddSingleton<Codes>().AddSingleton<ProviderPaginas>();
        services.AddSingleton<Uploadgrens>().AddSingleton<IConfiguratieControle>(d => d.GetRequiredService<Uploadgrens>());
        services.AddSingleton<Toegangscontrole>().AddSingleton<Portier>();
        services.AddSingleton<Personenbron>().AddSingleton<Adressenbron>().AddSingleton<Verhuurbron>().AddSingleton<Processenbron>();
        services.TryAddSingleton<Logschrijver>();
        services.AddSingleton<Logboekbron>().AddSingleton<Takenbron>().AddSingleton<Toegangsbron>();
        services.AddSingleton<StartPaginas>().AddSingleton<AlgemenePaginas>().AddSingleton<MijnPaginas>();
        services.AddSingleton<VerhuurPaginas>().AddSingleton<RegistreerPaginas>().AddSingleton<MeldPaginas>();
        services.AddSingleton<Regelbron>().AddSingleton<RegelcheckPaginas>().AddSingleton<RegelPaginas>().AddSingleton<GebiedPaginas>();
        services.AddSingleton<Toestemmingenbron>().AddSingleton<DelenPaginas>().AddSingleton<Streekgidsbron>().AddSingleton<StreekgidsPaginas>();
        services.AddSingleton<Terugmeldbron>().AddSingleton<TerugmeldPaginas>().AddSingleton<BehandelPaginas>();
        services.AddSingleton<Avgbron>().AddSingleton<VerzoekPaginas>();
        services.AddSingleton<GebruikPaginas>().AddSingleton<OpzoekPaginas>().AddSingleton<Vergunningbron>().AddSingleton<VergunningPaginas>().AddSingleton<MijnVergunningPaginas>().AddSingleton<WerkPaginas>();
        services.AddSingleton<Budgetbron>().AddSingleton<DeelnemerPaginas>().AddSingleton<AfspraakPaginas>().AddSingleton<BankPaginas>().AddSingleton<BetaalPaginas>().AddSingleton<BudgetsignaalPaginas>().AddSingleton<CrediteurPaginas>().AddSingleton<MijnBudgetPaginas>().AddSingleton<AanvraagPaginas>();
        services.AddSingleton<Zakenbron>().AddSingleton<Catalogusbron>().AddSingleton<Werklijst>().AddSingleton<ZaakPaginas>();
        services.AddSingleton<Statushandelingen>().AddSingleton<Termijnhandelingen>().AddSingleton<Rolhandelingen>().AddSingleton<Gegevenshandelingen>().AddSingleton<Dossierhandelingen>().AddSingleton<Documentenbron>().AddSingleton<DocumentPaginas>().AddSingleton<PersoonPaginas>().AddSingleton<Handelingen>();
        services.AddSingleton<Inrichtingsbron>().AddSingleton<Bezorgbron>().AddSingleton<CatalogusPaginas>().AddSingleton<ApplicatiePaginas>().AddSingleton<RechtPaginas>().AddSingleton<AbonnementPaginas>();
        services.AddSingleton<Afrekeningbron>().AddSingleton<AfrekeningPaginas>();
        services.AddSingleton<Integratiebron>().AddSingleton<IntegratiePaginas>().AddSingleton<ContractPaginas>().AddSingleton<VoorstelPaginas>().AddSingleton<AansluitPaginas>().AddSingleton<GidsPaginas>();
        services.AddSingleton<Vernietigingsbron>().AddSingleton<VernietigingPaginas>().AddSingleton<Vernietigingsstappen>();
        services.AddSingleton<Toezichtbron>().AddSingleton<ToezichtPaginas>().AddSingleton<Minimalisatiebron>().AddSingleton<MinimalisatiePaginas>().AddSingleton<Signaalbron>().AddSingleton<SignaalPaginas>();
        services.AddSingleton<Registerbron>().AddSingleton<VerwerkingPaginas>().AddSingleton<OpenbaarPaginas>();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "meent-formulier";
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.SuppressXFrameOptionsHeader = true;
        });
        // Only pages have sessions, and they read them themselves: no cookie is looked for in each request to an API.
        AppContext.SetSwitch("Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme", true);
        services.AddAuthentication().AddCookie(Sessies.Schema, o =>
        {
            // No path of its own: the cookie then takes the path of the organisation.
            o.Cookie.Name = "meent-sessie";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.SlidingExpiration = true;
        });
        return services;
    }

    /// <summary>People who follow a dead link get a page, where programs get a problem; goes after the host found the organisation.</summary>
    public static IApplicationBuilder UseInteraction(this IApplicationBuilder app) => app.Use(Foutpaginas.Toon);

    public static void MapInteraction(this IEndpointRouteBuilder app)
    {
        app.MapBestanden();
        var paginas = new Paginabouwer(app);
        StartPaginas.Map(paginas);
        AlgemenePaginas.Map(paginas);
        InlogPaginas.Map(paginas);
        MijnPaginas.Map(paginas);
        VerhuurPaginas.Map(paginas);
        RegistreerPaginas.Map(paginas);
        MeldPaginas.Map(paginas);
        RegelcheckPaginas.Map(paginas);
        RegelPaginas.Map(paginas);
        GebiedPaginas.Map(paginas);
        GebruikPaginas.Map(paginas);
        VerzoekPaginas.Map(paginas);
        TerugmeldPaginas.Map(paginas);
        BehandelPaginas.Map(paginas);
        DelenPaginas.Map(paginas);
        StreekgidsPaginas.Map(paginas);
        OpzoekPaginas.Map(paginas);
        VergunningPaginas.Map(paginas);
        MijnVergunningPaginas.Map(paginas);
        DeelnemerPaginas.Map(paginas);
        AfspraakPaginas.Map(paginas);
        BankPaginas.Map(paginas);
        BetaalPaginas.Map(paginas);
        BudgetsignaalPaginas.Map(paginas);
        CrediteurPaginas.Map(paginas);
        MijnBudgetPaginas.Map(paginas);
        AanvraagPaginas.Map(paginas);
        WerkPaginas.Map(paginas);
        ZaakPaginas.Map(paginas);
        DocumentPaginas.Map(paginas);
        PersoonPaginas.Map(paginas);
        CatalogusPaginas.Map(paginas);
        ApplicatiePaginas.Map(paginas);
        RechtPaginas.Map(paginas);
        AbonnementPaginas.Map(paginas);
        AfrekeningPaginas.Map(paginas);
        IntegratiePaginas.Map(paginas);
        ContractPaginas.Map(paginas);
        VoorstelPaginas.Map(paginas);
        AansluitPaginas.Map(paginas);
        GidsPaginas.Map(paginas);
        VerwerkingPaginas.Map(paginas);
        OpenbaarPaginas.Map(paginas);
        ToezichtPaginas.Map(paginas);
        MinimalisatiePaginas.Map(paginas);
        SignaalPaginas.Map(paginas);
        VernietigingPaginas.Map(paginas);
        Vernietigingsstappen.Map(paginas);
        if (app.ServiceProvider.GetRequiredService<Inlogvoorzieningen>().Ontwikkelprovider) ProviderPaginas.Map(paginas);
    }
}
