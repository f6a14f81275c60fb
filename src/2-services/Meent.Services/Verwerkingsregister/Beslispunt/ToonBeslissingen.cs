using Meent.Standards;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Services.Verwerkingsregister.Beslispunt;

/// <summary><c>meent register decisions</c>: the log of the decision point, a record of the standard a line, the latest first.</summary>
internal sealed class ToonBeslissingen(Beslisboek boek) : IBeheertaak
{
    private const int Blad = 1000;

    public string Naam => "register decisions";

    public bool Geschikt(Organisatie organisatie) => organisatie.Diensten.Contains(Diensten.Verwerkingsregister);

    public async Task Voer(Beheeropdracht opdracht, CancellationToken stop)
    {
        (long, string)? na = null;
        List<(DateTimeOffset Gemaakt, string Span, string Record)> blad;
        do
        {
            blad = await boek.Pagina(opdracht.Organisatie, Blad, na, stop);
            foreach (var (_, _, record) in blad) opdracht.Melding(record);
            if (blad.Count > 0) na = (blad[^1].Gemaakt.Microseconden(), blad[^1].Span);
        }
        while (blad.Count == Blad);
    }
}
