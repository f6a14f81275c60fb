using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Klantinteracties;

/// <summary>What all resources of Klantinteracties share.</summary>
internal static class Klantresource
{
    public const string Versie = "0.9.0";
    public const string Lezen = "klantinteracties.lezen";
    public const string Bijwerken = "klantinteracties.bijwerken";

    /// <param name="meervoud">Path segment; the table has the same name without dashes.</param>
    /// <param name="betrokkene">Who the data is about, see <see cref="Betrokkenheid"/>.</param>
    public static Resource<T> Van<T>(string naam, string meervoud, string? betrokkene, params IReadOnlyList<Kolom<T>> kolommen) where T : class => new()
    {
        Naam = naam,
        Meervoud = meervoud,
        Dienst = Diensten.Klantinteracties,
        ApiVersie = Versie,
        Tabel = "klantcontact_" + meervoud.Replace("-", "", StringComparison.Ordinal),
        MetUuid = true,
        MetToken = true,
        Persoonsgegevens = true,
        Betrokkenekolom = betrokkene,
        // As Open Klant has it: the newest first.
        Volgorde = "-id",
        LegeUitvouw = "null",
        ScopeLezen = Lezen,
        ScopeAanmaken = Bijwerken,
        ScopeBijwerken = Bijwerken,
        ScopeVerwijderen = Bijwerken,
        Kolommen = kolommen,
    };
}
