using System.Security.Cryptography;
using System.Text;
using Meent.Data.Modellen.Documenten;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Standards.Problemen;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>drc-009: who holds the lock of a document may change it. A lock is 128 random bits, so that nobody guesses it.</summary>
internal static class Sloten
{
    public static string Nieuw() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>drc-009, drc-010: a change names the lock.</summary>
    public static async ValueTask Eis(Session session, Schrijven<EnkelvoudigInformatieObject> schrijven)
    {
        if (schrijven.Actie == Actie.Update && string.IsNullOrEmpty(schrijven.Model.Lock)) throw Weiger.Ongeldig("lock", "required", "Dit veld is vereist.");
        await Eis(session, schrijven.Id, schrijven.Model.Lock);
    }

    public static async ValueTask Eis(Session session, Guid id, string? sleutel)
    {
        var slot = await session.One("SELECT slot FROM zaakgericht_enkelvoudiginformatieobjecten WHERE id = $1", row => row.TextOrNull(0), id);
        if (slot is null) throw Fout("unlocked", "Het document is niet vergrendeld; vergrendel het eerst.");
        if (string.IsNullOrEmpty(sleutel)) throw Fout("missing-lock-id", "Noem de lock waarmee het document vergrendeld is.");
        if (!Past(slot, sleutel)) throw Fout("incorrect-lock-id", "Dit is niet de lock waarmee het document vergrendeld is.");
    }

    /// <summary>Takes as long for a good guess as for a bad one.</summary>
    public static bool Past(string slot, string sleutel) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(slot), Encoding.UTF8.GetBytes(sleutel));

    public static ProbleemException Fout(string code, string reden) => Weiger.Ongeldig("nonFieldErrors", code, reden);
}
