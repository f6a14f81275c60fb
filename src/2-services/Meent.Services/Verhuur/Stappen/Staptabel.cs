using Meent.Data.Opslag;
using Meent.Services.EigenApi;

namespace Meent.Services.Verhuur.Stappen;

internal static class Staptabel
{
    /// <summary>The steps of a number, in order.</summary>
    public static ValueTask<List<Stap>> Stappen(this Session session, Guid registratie) =>
        session.All("SELECT body FROM verhuur_stappen WHERE registratie = $1 ORDER BY volgnummer", row => EigenJson.Lees<Stap>(row.Text(0)), registratie);

    public static async ValueTask Voeg(this Session session, Guid registratie, Stap stap) => await session.Execute(
        "INSERT INTO verhuur_stappen (registratie, volgnummer, body, vorm) VALUES ($1, $2, $3, $4)", registratie, stap.Volgnummer, EigenJson.Schrijf(stap), EigenJson.Vorm);
}
