using System.Text.Json;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Gebruik;

/// <summary>Who used my data: when, for what, on what ground and at whose request; to read, to keep, and to ask about.</summary>
internal sealed class GebruikPaginas(Logboekbron logboek, TimeProvider klok)
{
    private const string Pad = "/mijn/gebruik";
    private static readonly TimeSpan EenBezoek = TimeSpan.FromMinutes(30);

    // A filter may leave little of a page of the logbook; then the next ones are read as well.
    private const int Genoeg = 20;
    private const int MeesteBladen = 20;

    /// <summary>Of the logbook, in one file; ten thousand records.</summary>
    private const int MeesteBladenInBestand = 200;

    public static void Map(Paginabouwer paginas)
    {
        var gebruik = paginas.Van<GebruikPaginas>();
        gebruik.Get(Pad, Eis.Inwoner, p => p.Toon);
        gebruik.Get($"{Pad}/overzicht.json", Eis.Inwoner, p => p.Json);
        gebruik.Get($"{Pad}/overzicht.pdf", Eis.Inwoner, p => p.Pdf);
        gebruik.Get($"{Pad}/{{spoor}}", Eis.Inwoner, p => p.Volg);
    }

    private async Task<IResult> Toon(Verzoek verzoek)
    {
        var vraag = Gebruiksvraag.Lees(verzoek);
        if (!vraag.Formulier.IsGoed) return Fout(verzoek, vraag);
        await logboek.VerantwoordInzage(verzoek);
        var (gezien, passend, verder) = await Verzamel(verzoek, vraag, Genoeg, MeesteBladen);
        return verzoek.Toon<GebruikScherm>(new GebruikModel(vraag, Samen(passend, verzoek.Organisatie.Diensten), Keuzes(gezien, vraag.Organisatie, v => v.Ontvanger ?? v.Organisatie, p => (p.Oin, p.Naam)), Keuzes(gezien, vraag.Doel, v => v.Doel, d => (d.Uri, d.Naam)), verder));
    }

    /// <summary>A period that cannot be read is told; without it everything would be shown, as if it were of that period.</summary>
    private static IResult Fout(Verzoek verzoek, Gebruiksvraag vraag) =>
        verzoek.Toon<GebruikScherm>(new GebruikModel(vraag, [], Keuzes([], vraag.Organisatie, v => v.Organisatie, p => (p.Oin, p.Naam)), Keuzes([], vraag.Doel, v => v.Doel, d => (d.Uri, d.Naam)), null), StatusCodes.Status422UnprocessableEntity);

    private async Task<IResult> Json(Verzoek verzoek)
    {
        if (Gebruiksvraag.Lees(verzoek) is { Formulier.IsGoed: false } fout) return Fout(verzoek, fout);
        var overzicht = await Overzicht(verzoek, "json");
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(new
        {
            organisatie = new { overzicht.Organisatie.Naam, overzicht.Organisatie.Oin },
            opgemaakt = overzicht.Opgemaakt,
            van = overzicht.Vraag.Van,
            totEnMet = overzicht.Vraag.Tot,
            volledig = overzicht.IsVolledig,
            verwerkingen = overzicht.Verwerkingen,
        }, Leesbaar), "application/json", Naam(overzicht, "json"));
    }

    private async Task<IResult> Pdf(Verzoek verzoek)
    {
        if (Gebruiksvraag.Lees(verzoek) is { Formulier.IsGoed: false } fout) return Fout(verzoek, fout);
        var overzicht = await Overzicht(verzoek, "pdf");
        return Results.File(Gebruiksblad.Maak(verzoek.T, overzicht, Samen(overzicht.Verwerkingen, verzoek.Organisatie.Diensten)), "application/pdf", Naam(overzicht, "pdf"));
    }

    /// <summary>The same use, in the words of the organisations that gave the data.</summary>
    private async Task<IResult> Volg(Verzoek verzoek)
    {
        if (!Logboekbron.IsSpoor(verzoek.Route("spoor"))) return verzoek.NietGevonden();
        return verzoek.Toon<VolgScherm>(new VolgModel(await logboek.BijAnderen(verzoek, verzoek.Route("spoor")!)));
    }

    private async Task<Gebruiksoverzicht> Overzicht(Verzoek verzoek, string vorm)
    {
        var vraag = Gebruiksvraag.Lees(verzoek) with { Na = null };
        await logboek.VerantwoordInzage(verzoek, vorm);
        var (_, passend, verder) = await Verzamel(verzoek, vraag, int.MaxValue, MeesteBladenInBestand);
        return new(verzoek.Organisatie, vraag, klok.GetUtcNow(), passend, verder is null);
    }

    /// <summary>Reads on until there is enough to show, or nothing more.</summary>
    private async Task<(List<Verwerking> Gezien, List<Verwerking> Passend, string? Verder)> Verzamel(Verzoek verzoek, Gebruiksvraag vraag, int genoeg, int bladen)
    {
        var (gezien, passend, na) = (new List<Verwerking>(), new List<Verwerking>(), vraag.Na);
        do
        {
            var blad = await logboek.Gebruik(verzoek, vraag.Van, vraag.Tot, na);
            gezien.AddRange(blad.Verwerkingen);
            passend.AddRange(blad.Verwerkingen.Where(vraag.Past));
            na = blad.Cursor;
        }
        while (na is not null && passend.Count < genoeg && --bladen > 0);
        return (gezien, passend, na);
    }

    /// <summary>
    /// One visit causes many records; a reader wants to see it once, with all the data that it used. What follows within half an hour, by the same
    /// organisation for the same purpose, is one time.
    /// </summary>
    /// <param name="eigen">The services that the organisation keeps itself; data of others came from elsewhere.</param>
    internal static IReadOnlyList<Keer> Samen(IEnumerable<Verwerking> verwerkingen, IReadOnlySet<string> eigen)
    {
        var keren = new List<List<Verwerking>>();
        foreach (var verwerking in verwerkingen.OrderByDescending(v => v.Tijdstip))
        {
            // The newest are at the end, and no older one can come after half an hour.
            var zelfde = keren.FindLast(k => Soort(k[0]).Equals(Soort(verwerking)) && k[^1].Tijdstip - verwerking.Tijdstip <= EenBezoek);
            if (zelfde is null) keren.Add([verwerking]);
            else zelfde.Add(verwerking);
        }

        return [.. keren.Select(k => new Keer(k[0], k[^1].Tijdstip, k.Count, [.. k.SelectMany(v => v.Gegevens).Distinct()], [.. k.Select(v => v.Handeling).Distinct()], Elders(k)))];

        string? Elders(List<Verwerking> keer) => keer.Find(v => v.Ontvanger is null && v.Gegevens.Any(g => !eigen.Contains(g.Split(':')[0])))?.TraceId;

        static object Soort(Verwerking v) => (v.Doel.Uri, v.Organisatie.Oin, v.Ontvanger?.Oin, v.Mislukt);
    }

    /// <param name="gekozen">Is among them, also when nothing was seen of it: else the form would say that nothing is chosen.</param>
    private static IReadOnlyList<(string Waarde, string Tekst)> Keuzes<T>(IEnumerable<Verwerking> gezien, string gekozen, Func<Verwerking, T> wat, Func<T, (string? Waarde, string? Tekst)> keuze) =>
        [.. gezien.Select(v => keuze(wat(v))).Append((Waarde: gekozen, Tekst: gekozen)).Where(k => k.Waarde is { Length: > 0 }).DistinctBy(k => k.Waarde).Select(k => (k.Waarde!, k.Tekst ?? k.Waarde!)).OrderBy(k => k.Item2, StringComparer.CurrentCulture)];

    private static string Naam(Gebruiksoverzicht overzicht, string soort) => $"gebruik-van-mijn-gegevens-{overzicht.Organisatie.Slug}-{overzicht.Opgemaakt.LokaleDag():yyyy-MM-dd}.{soort}";

    private static readonly JsonSerializerOptions Leesbaar = new(Bronnen.Json) { WriteIndented = true };
}

/// <summary>One time that data was used.</summary>
/// <param name="Laatste">The newest record; the others are alike but for time and data.</param>
/// <param name="Begin">When it began.</param>
/// <param name="Elders">Trace by which it can be followed to the organisation that the data came from; null when all was kept here.</param>
internal sealed record Keer(Verwerking Laatste, DateTimeOffset Begin, int Aantal, IReadOnlyList<string> Gegevens, IReadOnlyList<string> Handelingen, string? Elders);

internal sealed record VolgModel(IReadOnlyList<Vervolg> Vervolg);

/// <param name="Organisaties">Those that are seen, to choose from.</param>
/// <param name="Cursor">Where older use begins; null when there is none.</param>
internal sealed record GebruikModel(
    Gebruiksvraag Vraag, IReadOnlyList<Keer> Keren, IReadOnlyList<(string Waarde, string Tekst)> Organisaties, IReadOnlyList<(string Waarde, string Tekst)> Doelen, string? Cursor);

/// <summary>What goes into a file.</summary>
internal sealed record Gebruiksoverzicht(
    Standards.Organisaties.Organisatie Organisatie, Gebruiksvraag Vraag, DateTimeOffset Opgemaakt, IReadOnlyList<Verwerking> Verwerkingen, bool IsVolledig);
