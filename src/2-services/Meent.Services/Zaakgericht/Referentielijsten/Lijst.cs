using Meent.Data.Modellen.Referentielijsten;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Zaakgericht.Referentielijsten;

/// <summary>One of the lists.</summary>
/// <param name="Naam">Last part of its path, and its name in the table.</param>
/// <param name="Enkel">One of it, in the words of the standard's operations.</param>
internal sealed record Lijst(string Naam, string Enkel, Type Type, Func<byte[], object> Lees)
{
    /// <summary>In the order in which they refer to each other.</summary>
    public static IReadOnlyList<Lijst> Alle { get; } =
    [
        Van<CommunicatieKanaal>("communicatiekanalen", "communicatiekanaal"),
        Van<ProcesType>("procestypen", "procestype"),
        Van<Resultaat>("resultaten", "resultaat"),
        Van<ResultaattypeOmschrijvingGeneriek>("resultaattypeomschrijvingen", "resultaattypeomschrijvinggeneriek"),
    ];

    public string Pad { get; } = $"{Diensten.Pad(Diensten.Referentielijsten)}/{Naam}";

    public static Lijst Voor<T>() => Alle.First(lijst => lijst.Type == typeof(T));

    public static Lijst Genaamd(string naam) => Alle.First(lijst => lijst.Naam == naam);

    private static Lijst Van<T>(string naam, string enkel) where T : class => new(naam, enkel, typeof(T), body => Vorm.VanBewaard<T>(body));
}

/// <summary>One entry of a list.</summary>
/// <param name="Body">The standard's JSON as stored, own URLs with the placeholder.</param>
/// <param name="Model">The same as a record.</param>
internal sealed record Referentie(Lijst Lijst, Guid Id, byte[] Body, object Model);
