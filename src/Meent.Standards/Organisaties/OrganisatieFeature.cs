using Microsoft.AspNetCore.Http;

namespace Meent.Standards.Organisaties;

/// <summary>Puts the organisation that a request is for on the request.</summary>
public static class OrganisatieFeature
{
    /// <exception cref="InvalidOperationException">The endpoint is not one of an organisation.</exception>
    public static Organisatie Organisatie(this HttpContext http) =>
        http.Features.Get<Organisatie>() ?? throw new InvalidOperationException("Dit adres hoort niet bij een organisatie.");

    public static Organisatie? OrganisatieOfNiets(this HttpContext http) => http.Features.Get<Organisatie>();

    public static void ZetOrganisatie(this HttpContext http, Organisatie organisatie) => http.Features.Set(organisatie);
}
