using System.Diagnostics;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.Logboek;
using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;

namespace Meent.Services.Verwerkingsregister;

/// <summary>
/// Writing in the register. Each write is a processing that is logged itself (LDV 2.2.3), with who did it in the audit log, in one transaction; what it
/// changes holds at the next call.
/// </summary>
internal sealed class Bijhouden(Stores stores, Doelen doelen, Verwerkingslog logboek, TimeProvider klok)
{
    /// <summary>The activity for which the register itself is kept.</summary>
    public const string Doel = "verwerkingsregister-bijhouden";

    /// <param name="schrijf">Adds versions; what it throws undoes all of it.</param>
    /// <param name="handeling">What is done, in words a resident understands; of what, for the audit log.</param>
    public async Task<T> Schrijf<T>(Aanroep aanroep, (string Naam, string Waarvan) handeling, string? reden, Func<Session, DateTimeOffset, ValueTask<T>> schrijf, CancellationToken stop)
    {
        var organisatie = aanroep.Organisatie;
        var nu = klok.GetUtcNow();
        var activiteit = aanroep.Doel?.Uri ?? organisatie.Verwerkingsactiviteit(Doel);
        var regel = logboek.Regel(aanroep, handeling.Naam, betrokkene: null, activiteit);
        var wie = aanroep.Gebruiker is { Length: > 0 } gebruiker ? gebruiker : aanroep.Client?.Id;
        try
        {
            return await (await stores.Get(organisatie)).Write(async session =>
            {
                session.AfterCommit(() => doelen.Vergeet(organisatie));
                var gedaan = await schrijf(session, nu);
                if (!organisatie.Diensten.Contains(Diensten.Logboek)) return gedaan;
                await session.Logboek(regel);
                if (wie is not null) await session.Audit(new Auditregel(regel.Spoor.Trace, wie, $"{handeling.Naam}: {handeling.Waarvan}", activiteit, reden, null, nu));
                return gedaan;
            }, stop);
        }
        catch (UniqueConflictException)
        {
            throw new ProbleemException(new Probleem(409, "conflict", "De verwerkingsactiviteit bestaat al, of is tegelijk gewijzigd."));
        }
    }

    /// <summary>Adds a version of an entry that may be new.</summary>
    /// <param name="versies">Those that it has, in the order of <see cref="Tijdlijn"/>.</param>
    public static async ValueTask<Versie> Voeg(Session session, Guid id, string uri, IReadOnlyCollection<Versie> versies, Invoer invoer, DateTimeOffset nu)
    {
        var versie = new Versie(id, versies.Count + 1, uri, invoer.BeginGeldigheid ?? nu, invoer.EindeGeldigheid, nu, invoer.Activiteit!);
        await Register.Voeg(session, versie);
        return versie;
    }

    /// <summary>That the activity of which it is a part is in the register, and is not a part of itself.</summary>
    /// <returns>Null when that is so.</returns>
    public static OngeldigVeld? Ouderfout(ILookup<string, Versie> register, string uri, Activiteit activiteit, DateTimeOffset nu)
    {
        const string veld = "activiteit.bovenliggendeActiviteit";
        var gezien = new HashSet<string>(StringComparer.Ordinal) { uri };
        for (var ouder = activiteit.BovenliggendeActiviteit; ouder is not null;)
        {
            if (!register.Contains(ouder)) return new(veld, "does_not_exist", "Deze activiteit staat niet in het register.");
            if (!gezien.Add(ouder)) return new(veld, "invalid", "De activiteit zou een onderdeel van zichzelf worden.");
            ouder = register[ouder].ToList().Naaste(nu).Activiteit.BovenliggendeActiviteit;
        }

        return null;
    }
}
