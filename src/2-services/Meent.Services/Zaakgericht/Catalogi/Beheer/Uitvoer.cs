using System.Text;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Model;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Zaakgericht.Catalogi.Beheer;

/// <summary>Export of a catalogus: every type in it, in every version, as the API shows it on the day.</summary>
internal static class Uitvoer
{
    public static async ValueTask<List<(Soort Soort, byte[] Json)>> Van(Session session, Guid catalogus, DateOnly dag)
    {
        var basis = Encoding.UTF8.GetBytes(session.Store.Organisatie.Basis);
        var delen = new List<(Soort, byte[])>();
        foreach (var soort in Soort.Alle)
        {
            using var buffer = new Buffer();
            var aantal = 0;
            await session.Each($"SELECT {Samenstellen.Kolommen(soort.Resource, dag)} FROM {soort.Resource.Tabel} t WHERE {soort.Waar} ORDER BY t.id", row =>
            {
                buffer.Schrijf(aantal++ == 0 ? "["u8 : ","u8);
                Samenstellen.Schrijf(row, soort.Resource, basis, buffer);
                buffer.Terug(buffer.Lengte - 1);
                if (Vorm.Verborgenheden(row.Span(2)) is { Length: > 0 } leden)
                {
                    buffer.Schrijf($",\"{Archief.Relaties}\":{{");
                    buffer.Kopieer(leden, basis);
                    buffer.Schrijf("}"u8);
                }

                buffer.Schrijf("}"u8);
            }, catalogus);
            buffer.Schrijf(aantal == 0 ? "[]"u8 : "]"u8);
            delen.Add((soort, buffer.Inhoud.ToArray()));
        }

        return delen;
    }
}
