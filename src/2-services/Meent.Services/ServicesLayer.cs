using Meent.Services.Adressen;
using Meent.Services.Brk;
using Meent.Services.EigenApi;
using Meent.Services.Huishoudboekje;
using Meent.Services.Klantinteracties;
using Meent.Services.Kvk;
using Meent.Services.Logboek;
using Meent.Services.Notificaties;
using Meent.Services.Objecten;
using Meent.Services.Personen;
using Meent.Services.Personen.Tabellen;
using Meent.Services.Pijplijn;
using Meent.Services.Processtaat;
using Meent.Services.Sdep;
using Meent.Services.Terugmelden;
using Meent.Services.Toegang;
using Meent.Services.Toegang.OAuth;
using Meent.Services.Toestemmingen;
using Meent.Services.Verhuur;
using Meent.Services.Verwerkingsregister;
using Meent.Services.Woz;
using Meent.Services.Zaakgericht;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services;

/// <summary>Layer 2: the standard APIs and their rules, a pair a component.</summary>
public static class ServicesLayer
{
    public static IServiceCollection AddServices(this IServiceCollection services) => services
        .AddPijplijn()
        .AddProcesstaat()
        .AddVerwerkingsregister()
        .AddToestemmingen()
        .AddLogboek()
        .AddToegang()
        .AddOAuth()
        .AddPersonen()
        .AddAdressen()
        .AddZaakgericht()
        .AddKlantinteracties()
        .AddObjecten()
        .AddVerhuur()
        .AddHuishoudboekje()
        .AddTerugmelden()
        .AddWoz()
        .AddBrk()
        .AddKvk()
        .AddSdep()
        .AddNotificaties();

    /// <summary>The purposes of the municipalities of the demo landscape.</summary>
    public static IReadOnlyList<Demodoel> Demodoelen => VerwerkingsregisterDemo.Doelen;

    /// <summary>Goes after the host found the organisation.</summary>
    public static void UseServices(this IApplicationBuilder app) => app.UseVersies();

    public static void MapServices(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapProcesstaat();
        endpoints.MapVerwerkingsregister();
        endpoints.MapToestemmingen();
        endpoints.MapLogboek();
        endpoints.MapToegang();
        endpoints.MapOAuth();
        endpoints.MapPersonen();
        endpoints.MapTabellen();
        endpoints.MapAdressen();
        endpoints.MapTerugmelden();
        endpoints.MapWoz();
        endpoints.MapBrk();
        endpoints.MapKvk();
        endpoints.MapZaakgericht();
        endpoints.MapKlantinteracties();
        endpoints.MapObjecten();
        endpoints.MapVerhuur();
        endpoints.MapHuishoudboekje();
        endpoints.MapSdep();
        endpoints.MapNotificaties();
        endpoints.MapBeschrijvingen();
    }
}
