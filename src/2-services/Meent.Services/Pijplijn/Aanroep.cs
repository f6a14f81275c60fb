using Meent.Services.Toestemmingen;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;

namespace Meent.Services.Pijplijn;

/// <summary>A request after it is known who asks, from where, and for what.</summary>
/// <param name="Organisatie">The organisation whose data is asked for.</param>
/// <param name="Client">The API client; null for a request that came through the Inway.</param>
/// <param name="Peer">OIN of the asking organisation, for a request that came through the Inway.</param>
/// <param name="Doel">The purpose; null when a client of a standard without purposes names none.</param>
/// <param name="Gebruiker">Employee or <c>burger</c>; known inside the organisation only.</param>
internal sealed record Aanroep(Organisatie Organisatie, Herkomst Herkomst, ApiClient? Client, string? Peer, Doel? Doel, string? Gebruiker)
{
    /// <summary>How the user is called, as the client says (<c>user_representation</c>).</summary>
    public string? GebruikerWeergave { get; init; }

    /// <summary>The day for which relations between types are shown: today, unless the client asks for another (<c>datumGeldigheid</c>).</summary>
    public required DateOnly Dag { get; init; }

    /// <summary>Whose data the purpose can be used for, when consent is its ground; null for any other ground.</summary>
    public Toestemmingsbereik? Toestemming { get; init; }

    public bool IsIntern => Herkomst == Herkomst.Intern;

    /// <summary>What a log record of the provider names as the caller (<c>dpl.core.foreign_operation.processor</c>); null inside the organisation.</summary>
    public string? Aanroeper => Peer is not null ? $"urn:nld:oin:{Peer}" : null;

    /// <exception cref="Standards.Problemen.ProbleemException">403: no purpose was given, or it does not cover this.</exception>
    public Doel VereisDoel(string dienst, string veld)
    {
        if (Doel is null) throw Weiger.GeenDoel();
        return Doel.Dekt(dienst, veld) ? Doel : throw Weiger.DoelDektNiet(Doel.Uri, $"{dienst}:{veld}");
    }

    /// <exception cref="Standards.Problemen.ProbleemException">403: the client lacks the scope altogether.</exception>
    public Bereik Bereik(Scopes scope, Zichtbaarheid zicht) => Rechten.Bereik(this, scope, zicht);

    /// <exception cref="Standards.Problemen.ProbleemException">403: the client lacks the scope altogether, or has no purpose for personal data.</exception>
    public Bereik Eis(Scopes scope, Resource resource)
    {
        // Clients of the standard know no purposes: they are held to their authorisations.
        if (resource.Persoonsgegevens && Herkomst != Herkomst.Buiten) VereisDoel(resource.Dienst, resource.Meervoud);
        return Bereik(scope, resource.Zichtbaarheid);
    }

    /// <summary>As <see cref="Eis"/>, for what is read along with something else: no reason to refuse that.</summary>
    public bool MagLezen(Resource resource, out Bereik bereik)
    {
        bereik = Pijplijn.Bereik.Volledig;
        if (resource.Persoonsgegevens && Herkomst != Herkomst.Buiten && Doel?.Dekt(resource.Dienst, resource.Meervoud) != true) return false;
        if (Rechten.BereikOfNiets(this, resource.ScopeLezen, resource.Zichtbaarheid) is not { } gegeven) return false;
        bereik = gegeven;
        return true;
    }

    /// <summary>What a log record names as activity: the purpose, or for a client without one the general activity of the service.</summary>
    public string? Activiteit => Peer is null ? Doel?.Uri ?? Organisatie.Verwerkingsactiviteit("zaakgericht-werken") : Organisatie.Verwerkingsactiviteit("zaakgericht-werken");
}
