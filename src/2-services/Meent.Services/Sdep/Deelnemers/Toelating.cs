using Meent.Data.Opslag;
using Meent.Services.Logboek;
using Meent.Services.Pijplijn;
using Meent.Services.Sdep.Fouten;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Sdep.Deelnemers;

/// <summary>
/// Lets a caller in. A client has the roles of the standard as scopes. An organisation comes over FSC and is an authority, never a platform; it has a role
/// when the purpose of its contract covers what that role reads.
/// </summary>
internal sealed class Toelating(Aanroepen aanroepen, Stores stores, Verwerkingslog log, OrganisatieLijst organisaties, TimeProvider klok)
{
    /// <exception cref="SdepException">403: the caller does not have the role.</exception>
    public async ValueTask<Deelnemer> Open(HttpContext http, Rol rol, string gegeven)
    {
        var aanroep = await aanroepen.Van(http);
        var schrijven = HttpMethods.IsPost(http.Request.Method) || HttpMethods.IsDelete(http.Request.Method);
        if (aanroep.Client is { } client)
        {
            if (!client.Heeft([rol.Scope(), schrijven ? Rolnamen.Schrijven : Rolnamen.Lezen])) throw Geweigerd(rol, schrijven);
            return new Deelnemer(http, aanroep, rol, $"client:{client.Id}", client.Naam ?? "", await stores.Get(aanroep.Organisatie), log, klok);
        }

        if (rol == Rol.Str) throw Geweigerd(rol, schrijven);
        _ = aanroep.VereisDoel(Diensten.Sdep, Gegeven.Voor(rol, gegeven));
        var oin = aanroep.Peer ?? aanroep.Organisatie.Oin;
        var naam = organisaties.Alle.FirstOrDefault(organisatie => organisatie.Oin == oin)?.Naam ?? "";
        return new Deelnemer(http, aanroep, rol, $"oin:{oin}", naam, await stores.Get(aanroep.Organisatie), log, klok);
    }

    /// <summary>Anybody who is known here.</summary>
    public async ValueTask Bekend(HttpContext http) => await aanroepen.Van(http);

    private static SdepException Geweigerd(Rol rol, bool schrijven) => new(
        StatusCodes.Status403Forbidden, new Foutregel($"Required roles: {rol.Scope()}, {(schrijven ? Rolnamen.Schrijven : Rolnamen.Lezen)}", "authorization_error"));
}
