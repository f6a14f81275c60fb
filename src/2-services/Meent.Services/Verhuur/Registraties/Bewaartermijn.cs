using Meent.Data.Opslag;

namespace Meent.Services.Verhuur.Registraties;

/// <summary>
/// VV-12: eighteen months after a number ended nothing is kept of its host, its stays or what was noted and done about it (Regulation (EU) 2024/1028
/// art. 5 (8)). The number stays, so that the public check goes on saying that it is not valid and it is never given again.
/// </summary>
internal static class Bewaartermijn
{
    public const int Maanden = 18;

    /// <returns>How many registrations were emptied.</returns>
    public static async ValueTask<int> VerwijderPersoonsgegevens(this Session session, DateTimeOffset nu, int hoogstens = 100)
    {
        var verlopen = await session.All(
            "SELECT body, version FROM verhuur_registraties WHERE houder IS NOT NULL AND beeindigd < $1 ORDER BY beeindigd LIMIT $2",
            Registratietabel.Lees, nu.AddMonths(-Maanden), hoogstens);
        foreach (var registratie in verlopen)
        {
            await session.Vervang(registratie with { Verhuurder = null, Eenheidsnaam = null });
            await session.Execute("DELETE FROM verhuur_signalen WHERE registratie = $1", registratie.Id);
            await session.Execute("DELETE FROM verhuur_stappen WHERE registratie = $1", registratie.Id);
            await session.Execute("DELETE FROM verhuur_vergunningen WHERE registratie = $1", registratie.Id);
            await session.Execute("DELETE FROM verhuur_nachten WHERE melding IN (SELECT id FROM verhuur_meldingen WHERE registratie = $1)", registratie.Id);
            await session.Execute("DELETE FROM verhuur_meldingen WHERE registratie = $1", registratie.Id);
        }

        return verlopen.Count;
    }
}
