using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Services.Verwerkingsregister;

/// <summary>What came of reading a file in.</summary>
internal sealed record Inleesresultaat(int Opgenomen, int Gewijzigd, int Ongewijzigd);

/// <summary>
/// A file with entries: what the register does not have is added, what differs from it becomes a version more, what is the same stays. One transaction:
/// everything, or nothing and what is wrong with each row.
/// </summary>
internal static class Inlezen
{
    /// <exception cref="ProbleemException">400, with every row that is wrong.</exception>
    public static Task<Inleesresultaat> Voer(Bijhouden bijhouden, Aanroep aanroep, byte[] inhoud, bool csv, string? reden, CancellationToken stop)
    {
        var fouten = new List<OngeldigVeld>();
        var rijen = csv ? Registerbestand.LeesCsv(inhoud, fouten) : Registerbestand.LeesJson(inhoud, fouten);
        return bijhouden.Schrijf(aanroep, ("verwerkingsactiviteiten ingelezen", $"{rijen.Count} rijen"), reden, (session, nu) => Neem(session, aanroep.Organisatie, rijen, fouten, nu), stop);
    }

    private static async ValueTask<Inleesresultaat> Neem(Session session, Organisatie organisatie, List<Registerrij> rijen, List<OngeldigVeld> fouten, DateTimeOffset nu)
    {
        foreach (var rij in rijen) fouten.AddRange(rij.Invoer.Fouten(metCode: true, nu).Select(fout => fout with { Name = rij.Plaats(fout.Name) }));
        foreach (var dubbel in rijen.GroupBy(rij => (rij.Invoer.Code, rij.Invoer.BeginGeldigheid)).SelectMany(groep => groep.Skip(1)))
            fouten.Add(new(dubbel.Plaats("code"), "duplicate", "Deze activiteit staat met hetzelfde begin eerder in het bestand."));
        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);

        var register = (await Register.Alle(session)).GroupBy(versie => versie.Uri, StringComparer.Ordinal).ToDictionary(groep => groep.Key, groep => groep.ToList(), StringComparer.Ordinal);
        var (opgenomen, gewijzigd, ongewijzigd, nieuw) = (0, 0, 0, new List<(Registerrij Rij, Versie Versie)>());
        foreach (var rij in rijen.OrderBy(rij => rij.Invoer.BeginGeldigheid ?? nu))
        {
            var uri = organisatie.Verwerkingsactiviteit(rij.Invoer.Code!);
            if (!register.TryGetValue(uri, out var versies))
            {
                register[uri] = versies = [];
                opgenomen++;
            }
            else if (IsGelijk(versies, rij.Invoer, nu))
            {
                ongewijzigd++;
                continue;
            }
            else
            {
                gewijzigd++;
            }

            var versie = await Bijhouden.Voeg(session, versies.Count > 0 ? versies[0].Id : Guid.CreateVersion7(), uri, versies, rij.Invoer, nu);
            nieuw.Add((rij, versie));
            register[uri] = [.. versies.Append(versie).OrderByDescending(een => een.Begin).ThenByDescending(een => een.Nummer)];
        }

        // Only now: what a row is a part of may stand below it.
        var alle = register.Values.SelectMany(versies => versies).ToLookup(versie => versie.Uri, StringComparer.Ordinal);
        foreach (var (rij, versie) in nieuw)
            if (Bijhouden.Ouderfout(alle, versie.Uri, versie.Activiteit, nu) is { } fout) fouten.Add(fout with { Name = rij.Plaats(fout.Name) });
        return fouten.Count > 0 ? throw Weiger.Ongeldig(fouten) : new(opgenomen, gewijzigd, ongewijzigd);
    }

    /// <summary>Whether the version that begins then, or that holds when no beginning is given, says the same.</summary>
    private static bool IsGelijk(List<Versie> versies, Invoer invoer, DateTimeOffset nu) =>
        (invoer.BeginGeldigheid is { } begin ? versies.Find(versie => versie.Begin == begin) : versies.Op(nu)) is { } bekend
        && bekend.Einde == invoer.EindeGeldigheid && Register.Inhoud(bekend.Activiteit) == Register.Inhoud(invoer.Activiteit!);
}
