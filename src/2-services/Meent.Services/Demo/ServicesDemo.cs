using Meent.Data.Opslag;
using Meent.Services.Adressen.Demo;
using Meent.Services.Brk.Demo;
using Meent.Services.Huishoudboekje.Demo;
using Meent.Services.Kvk.Demo;
using Meent.Services.Objecten.Demo;
using Meent.Services.Personen.Demo;
using Meent.Services.Toegang;
using Meent.Services.Verhuur;
using Meent.Services.Verwerkingsregister;
using Meent.Services.Woz.Demo;
using Meent.Services.Zaakgericht.Referentielijsten;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Services.Demo;

/// <summary>The invented data of the demo landscape.</summary>
public static class ServicesDemo
{
    /// <summary>Fills what an organisation keeps itself; what is there already stays.</summary>
    public static async Task Vul(Stores stores, Organisatie organisatie, TimeProvider klok)
    {
        var store = await stores.Get(organisatie);
        await VerwerkingsregisterDemo.Vul(store, klok);
        await ToegangDemo.Vul(store);
        if (organisatie.Diensten.Contains(Diensten.Personen)) await PersonenDemo.Vul(store);
        if (organisatie.Diensten.Contains(Diensten.Adressen)) await AdressenDemo.Vul(store, klok);
        if (organisatie.Diensten.Contains(Diensten.Woz)) await WozDemo.Vul(store);
        if (organisatie.Diensten.Contains(Diensten.Brk)) await BrkDemo.Vul(store);
        if (organisatie.Diensten.Contains(Diensten.Kvk)) await KvkDemo.Vul(store);
        if (organisatie.Diensten.Contains(Diensten.Referentielijsten)) await ReferentielijstenDemo.Vul(store);
        if (organisatie.Diensten.Contains(Diensten.Verhuur)) await VerhuurDemo.Vul(store, klok);
        if (organisatie.Diensten.Contains(Diensten.Huishoudboekje)) await HuishoudboekjeDemo.Vul(store, klok);
        if (organisatie.Diensten.Contains(Diensten.Objecten)) await ObjectenDemo.Vul(store, klok);
        await ToegangDemo.Vul(store);
    }
}
