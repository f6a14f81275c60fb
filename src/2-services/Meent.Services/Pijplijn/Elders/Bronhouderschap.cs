using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Services.Pijplijn.Elders;

/// <summary>An own store is for what the organisation is bronhouder of; of all else a copy would be a second truth. For tests anything may be read in.</summary>
internal static class Bronhouderschap
{
    /// <summary>Before a registry is read in.</summary>
    /// <exception cref="ProbleemException">409: it is asked elsewhere.</exception>
    public static void Eis(Organisatie organisatie, string dienst)
    {
        if (organisatie.Elders.Contains(dienst))
        {
            throw new ProbleemException(new Probleem(
                409, "bron-elders", $"{organisatie.Naam} vraagt '{dienst}' bij een bron elders en houdt er zelf niets van bij.",
                $"Haal Meent:Bronnen:{organisatie.Slug}:{dienst} uit de configuratie als zij zelf bronhouder is; lees anders niets in."));
        }
    }

    /// <summary>The same, of a registry that no municipality keeps.</summary>
    /// <exception cref="ProbleemException">409: it is asked elsewhere.</exception>
    public static void EisGeenGemeente(Organisatie organisatie, string dienst)
    {
        Eis(organisatie, dienst);
        if (organisatie is { IsProductie: true, IsGemeente: true })
        {
            throw new ProbleemException(new Probleem(
                409, "bron-elders", $"Een gemeente is geen bronhouder van '{dienst}'.",
                $"Vraag het bij de bron over FSC; of zet Proef bij {organisatie.Slug} als dit een proefomgeving is."));
        }
    }

    /// <summary>Why what lies in a municipality is not for the store of this organisation; null when it is.</summary>
    /// <param name="gemeentecode">The municipality that is bronhouder of it; null when that is not known.</param>
    public static string? Bezwaar(Organisatie organisatie, string? gemeentecode) =>
        !organisatie.IsProductie || !organisatie.IsGemeente || gemeentecode == organisatie.Gemeentecode || organisatie.EerdereGemeentecodes.Contains(gemeentecode!)
            ? null
            : $"een andere gemeente is bronhouder; vraag het daar (Meent:Bronnen), of zet Proef bij {organisatie.Slug} als dit een proefomgeving is";
}
