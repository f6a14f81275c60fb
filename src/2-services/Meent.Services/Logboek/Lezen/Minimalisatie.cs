using System.Text.Json.Serialization;
using Meent.Data.Logboek;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Logboek.Lezen;

/// <summary>Which of the fields that a purpose may have it uses, and what it could do with.</summary>
/// <param name="Antwoorden">Of how many persons something was told, of the field that was told most; where the source is elsewhere, how often was asked.</param>
/// <param name="Gegevens">What the register grants now.</param>
/// <param name="Voorstel">What it would grant when it is narrowed; all of it as long as nothing is proposed.</param>
/// <param name="Vervalt">What of <paramref name="Gegevens"/> is not in the proposal any more.</param>
internal sealed record Minimalisatie(
    string Activiteit, string Naam, Meetstand Stand, long Antwoorden, IReadOnlyList<string> Gegevens, IReadOnlyList<Veldmeting> Velden, IReadOnlyList<string> Voorstel, IReadOnlyList<string> Vervalt)
{
    /// <summary>Of fewer answers nothing is concluded.</summary>
    public const int MinsteAntwoorden = 20;

    /// <summary>The only source whose questions name fields.</summary>
    private const string Dienst = Diensten.Personen;

    public static bool Meet(IEnumerable<string> gegevens) => gegevens.Any(IsGemeten);

    /// <param name="versies">Of one activity; it holds now.</param>
    /// <param name="van">The first day of the period.</param>
    /// <param name="sinds">The first day that was counted.</param>
    /// <param name="isBron">Whether the organisation keeps the source, which knows of every question.</param>
    public static Minimalisatie Van(IReadOnlyList<Versie> versies, Versie nu, IReadOnlyList<Veldgebruik> gebruik, DateTimeOffset van, DateTimeOffset? sinds, bool isBron)
    {
        var gegevens = nu.Activiteit.Gegevens;
        var gevraagd = gebruik.Where(een => IsGemeten(een.Veld)).ToList();
        var antwoorden = gevraagd.Select(een => isBron ? een.Verstrekt : een.Gevraagd).DefaultIfEmpty().Max();
        var toen = versies.Op(van)?.Activiteit.Gegevens;
        var stand = !isBron ? Meetstand.Elders : toen is null ? Meetstand.Jong : sinds is null || sinds > van ? Meetstand.KortGemeten : antwoorden < MinsteAntwoorden ? Meetstand.Weinig : Meetstand.Voorstel;
        // What was granted since may not have had its time yet.
        var voorstel = stand != Meetstand.Voorstel ? gegevens : [.. gegevens.SelectMany(een => IsGemeten(een) && toen!.Contains(een) ? Nodig(een, gevraagd) : [een]).Distinct(StringComparer.Ordinal)];
        IReadOnlyList<string> vervalt = [.. gegevens.Except(voorstel, StringComparer.Ordinal)];
        return new(
            nu.Uri, nu.Activiteit.Naam, stand == Meetstand.Voorstel && vervalt.Count == 0 ? Meetstand.Past : stand, antwoorden, gegevens,
            [.. gegevens.Where(IsGemeten).Union(gevraagd.Select(een => een.Veld), StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(veld => Meting(veld, gegevens, gevraagd))],
            voorstel, vervalt);
    }

    private static bool IsGemeten(string gegeven) => gegeven.StartsWith(Dienst + ":", StringComparison.Ordinal);

    private static Veldmeting Meting(string veld, IReadOnlyList<string> gegevens, List<Veldgebruik> gevraagd)
    {
        // What is granted as a whole counts what was asked within it.
        var binnen = gevraagd.Where(een => een.Veld == veld || (gegevens.Contains(veld) && Binnen(veld, een.Veld))).ToList();
        return new(
            veld, Gegevensbereik.Dekt(gegevens, Dienst, Pad(veld)), binnen.Select(een => een.Gevraagd).DefaultIfEmpty().Max(), binnen.Select(een => een.Verstrekt).DefaultIfEmpty().Max(),
            binnen.Count == 0 ? null : DateOnly.FromDateTime(binnen.Max(een => een.Laatste).UtcDateTime));
    }

    /// <summary>What was asked of what is granted; all of it when it was asked as a whole. That nobody has a value is an answer too, so what was asked stays.</summary>
    private static IEnumerable<string> Nodig(string gegeven, List<Veldgebruik> gevraagd)
    {
        if (gevraagd.Exists(een => een.Veld == gegeven || Binnen(een.Veld, gegeven))) return [gegeven];
        var binnen = gevraagd.Select(een => een.Veld).Where(veld => Binnen(gegeven, veld)).ToList();
        return binnen.Where(veld => !binnen.Exists(ander => ander != veld && Binnen(ander, veld)));
    }

    private static bool Binnen(string gegeven, string veld) => Gegevensbereik.Dekt([gegeven], Dienst, Pad(veld));

    private static string Pad(string veld) => veld[(Dienst.Length + 1)..];
}

/// <param name="Toegekend">Whether the register grants it now, by itself or as part of more.</param>
/// <param name="Laatste">The last day; null when it was never asked.</param>
internal sealed record Veldmeting(string Veld, bool Toegekend, long Gevraagd, long Verstrekt, DateOnly? Laatste);

/// <param name="Van">The first day of the period.</param>
/// <param name="Sinds">The first day that was counted; null when none was.</param>
/// <param name="MinsteAntwoorden">Of fewer answers nothing is concluded.</param>
internal sealed record Minimalisatieoverzicht(DateOnly Van, DateOnly? Sinds, int MinsteAntwoorden, IReadOnlyList<Minimalisatie> Activiteiten);

/// <summary>Whether something can be said.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Meetstand>))]
internal enum Meetstand
{
    /// <summary>There is something to narrow.</summary>
    [JsonStringEnumMemberName("voorstel")] Voorstel,

    /// <summary>All that is granted is asked.</summary>
    [JsonStringEnumMemberName("past")] Past,

    /// <summary>The source is of another organisation: only what own programs wrote down was counted, and what they may is in the contract with it too.</summary>
    [JsonStringEnumMemberName("elders")] Elders,

    /// <summary>The activity does not hold long enough.</summary>
    [JsonStringEnumMemberName("jong")] Jong,

    /// <summary>It is not counted long enough.</summary>
    [JsonStringEnumMemberName("kortGemeten")] KortGemeten,

    /// <summary>There were too few answers.</summary>
    [JsonStringEnumMemberName("weinig")] Weinig,
}
