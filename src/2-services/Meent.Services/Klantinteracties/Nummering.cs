using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Klantinteracties;

/// <summary>The number by which people call a partij, contact or task: what the client gives, else what it was, else a new one of ten digits.</summary>
internal static class Nummering
{
    public static async ValueTask<string> Bepaal<T>(Schrijven<T> schrijven, Session session, string? gewenst, string? oud) where T : class
    {
        var tabel = schrijven.Resource.Tabel;
        if (gewenst is { Length: > 0 }) return await Bestaat(session, tabel, gewenst, schrijven.Id) ? throw Dubbel("nummer") : gewenst;
        if (oud is { Length: > 0 }) return oud;
        string nummer;
        do
        {
            // Two digits of the year and eight of the sequence, out of -2026-0000000001: that is what ten digits leave. A client may have taken it.
            var delen = schrijven.Nummer("").Split('-');
            nummer = delen[1][2..] + delen[2][2..];
        }
        while (await Bestaat(session, tabel, nummer, schrijven.Id));
        return nummer;
    }

    public static Standards.Problemen.ProbleemException Dubbel(UniqueConflictException dubbel) => Dubbel(dubbel.Betreft("referentienummer") ? "referentienummer" : "nummer");

    private static Standards.Problemen.ProbleemException Dubbel(string veld) => Weiger.Ongeldig(veld, "unique", $"Er bestaat al iets met dit {veld}.");

    private static async ValueTask<bool> Bestaat(Session session, string tabel, string nummer, Guid id) =>
        await session.One($"SELECT 1 FROM {tabel} WHERE nummer = $1 AND id <> $2", _ => true, nummer, id);
}
