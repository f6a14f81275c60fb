using System.Text.Json;
using Meent.Services.HaalCentraal;
using Meent.Standards.Problemen;

namespace Meent.Services.Kvk;

/// <summary>What the KVK API's say when something is wrong: codes of their own, in a form of their own.</summary>
internal static class Kvkfouten
{
    private const string Technisch = "IPD9999";
    private const string EvenNiet = "IPD1003";

    /// <summary>Every refusal goes out in this form, also that of what the KVK has no code for.</summary>
    public static Foutvorm Vorm { get; } = new(Hal.Mediatype, Schrijf);

    public static Fout KvkNummer(string nummer) => new("IPD0004", $"Het KVK-nummer {Kort(nummer)} is niet valide.");

    public static Fout Vestigingsnummer(string nummer) => new("IPD0006", $"Het vestigingsnummer {Kort(nummer)} is niet valide.");

    public static Fout Rsin(string nummer) => new("IPD0010", $"Het RSI-nummer {Kort(nummer)} is niet valide.");

    public static Fout Parameters(IEnumerable<string> namen) => new("IPD1999", $"De volgende opgegeven parameter(s) is(zijn) ongeldig: [{string.Join(", ", namen)}]");

    public static Fout Invoer { get; } = new("IPD1998", "Algemene invoer parameter fout.");

    public static Fout Type { get; } = new("IPD5203", "Het opgegeven type is niet valide.");

    /// <exception cref="ProbleemException">When something is wrong: 400, but for a type that does not exist 404.</exception>
    public static void Weiger(IReadOnlyList<Fout> fouten)
    {
        if (fouten.Count > 0) throw Maak(fouten.Any(fout => fout != Type) ? 400 : 404, fouten);
    }

    public static ProbleemException NietBijKvkNummer(string nummer) => Maak(404, [new("IPD0005", $"Op basis van het KVK-nummer {nummer} kan het product niet worden geleverd.")]);

    public static ProbleemException NietBijVestigingsnummer(string nummer) => Maak(404, [new("IPD0007", $"Op basis van het vestigingsnummer {nummer} kan het product niet worden geleverd.")]);

    public static ProbleemException NietsGevonden() => Maak(404, [new("IPD5200", "Er zijn geen gegevens gevonden die voldoen aan de opgegeven zoekparameters.")]);

    private static ProbleemException Maak(int status, IReadOnlyList<Fout> fouten) => new(new Probleem(status, fouten[0].Code, fouten[0].Omschrijving)
    {
        InvalidParams = [.. fouten.Select(fout => new OngeldigVeld("", fout.Code, fout.Omschrijving))],
    });

    private static byte[] Schrijf(Probleem probleem) => JsonSerializer.SerializeToUtf8Bytes(new Antwoord([.. probleem switch
    {
        { Status: 500 } => [new Fout(Technisch, "Algemene technische fout.")],
        { Status: 503 } => [new Fout(EvenNiet, "De gegevens zijn tijdelijk niet leverbaar. Probeer het over 5 minuten nog een keer.")],
        { InvalidParams.Count: > 0 } => probleem.InvalidParams.Select(fout => new Fout(fout.Code, fout.Reason)),
        _ => [new Fout(probleem.Code, $"{probleem.Title} {probleem.Detail}".TrimEnd())],
    }]), Regelvorm.Json);

    // What somebody sent comes back in the answer: enough to know it by.
    private static string Kort(string nummer) => nummer.Length <= 20 ? nummer : nummer[..20] + "…";

    private sealed record Antwoord(IReadOnlyList<Fout> Fout);

    public sealed record Fout(string Code, string Omschrijving);
}
