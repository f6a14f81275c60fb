using System.Net.Http.Headers;
using System.Text.Json;
using Meent.Data.Logboek;
using Meent.Services.Logboek;
using Meent.Standards.Identificaties;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Meent.Services.Pijplijn.Elders;

/// <summary>A question for a source elsewhere, after its form, purpose and fields were found good here.</summary>
/// <param name="Naam">What is done, in words a resident understands.</param>
/// <param name="Gegevens">The fields: <c>personen:naam</c>.</param>
/// <param name="Burgerservicenummers">Who is asked about by number.</param>
/// <param name="Gevonden">Reads from an answer whom it tells about; they may be those asked about.</param>
internal sealed record Voorvraag(string Dienst, string Pad, string Naam, IEnumerable<string> Gegevens, IReadOnlyList<string> Burgerservicenummers, Func<JsonElement, IEnumerable<string?>> Gevonden)
{
    /// <summary>JSON that goes along; null for a GET.</summary>
    public string? Body { get; init; }
}

/// <summary>
/// The front for a source elsewhere: the service is the same here, but what is asked goes on over the Outway and the answer comes back unread. Who is asked about by
/// number is on record before the question leaves, who was found before the answer goes out.
/// </summary>
internal sealed class Voorpost(Bronnen bronnen, Verwerkingslog log)
{
    public static bool Is(Aanroep aanroep, string dienst) => aanroep.Organisatie.Elders.Contains(dienst);

    /// <exception cref="ProbleemException">What the source objected; 503 when it does not answer as it should.</exception>
    public async Task<byte[]> Vraag(Aanroep aanroep, Voorvraag vraag, CancellationToken stop)
    {
        var doel = aanroep.Doel ?? throw Weiger.GeenDoel();
        // Whether somebody consented is known at the source only, and it would be asked before that was known.
        if (aanroep.Toestemming is not null) throw Weiger.NietMetToestemming(doel.Uri);
        await Leg(aanroep, vraag, vraag.Burgerservicenummers, stop);
        var inhoud = await Stuur(aanroep, doel.Uri, vraag, stop);
        await Leg(aanroep, vraag, Gevonden(vraag, inhoud).Except(vraag.Burgerservicenummers), stop);
        return inhoud;
    }

    private async Task<byte[]> Stuur(Aanroep aanroep, string doel, Voorvraag vraag, CancellationToken stop)
    {
        using var body = vraag.Body is null ? null : new StringContent(vraag.Body, new MediaTypeHeaderValue("application/json", "utf-8"));
        try
        {
            using var antwoord = await bronnen.Stuur(
                body is null ? HttpMethod.Get : HttpMethod.Post, new Namens(aanroep.Organisatie.Slug, doel), vraag.Dienst, vraag.Pad, body,
                headers => headers.Add(Headers.Elders, "1"), stop);
            var inhoud = await antwoord.Content.ReadAsByteArrayAsync(stop);
            return antwoord.IsSuccessStatusCode ? inhoud : throw Bezwaar.Van(antwoord, inhoud);
        }
        catch (Exception fout) when (fout is HttpRequestException or IOException)
        {
            throw Bezwaar.NietBeschikbaar(fout);
        }
    }

    private ValueTask Leg(Aanroep aanroep, Voorvraag vraag, IEnumerable<string> bsns, CancellationToken stop)
    {
        List<Betrokkene> wie = [.. bsns.Where(bsn => Bsn.TryParse(bsn, out _)).Select(bsn => Betrokkene.Van(Bsn.Parse(bsn)))];
        return wie.Count == 0 ? ValueTask.CompletedTask : log.Schrijf(aanroep.Organisatie, log.Regels(aanroep, vraag.Naam, wie, null, vraag.Gegevens), stop);
    }

    private static IEnumerable<string> Gevonden(Voorvraag vraag, byte[] inhoud)
    {
        try
        {
            using var json = JsonDocument.Parse(inhoud);
            return [.. vraag.Gevonden(json.RootElement).OfType<string>().Distinct(StringComparer.Ordinal)];
        }
        catch (Exception fout) when (fout is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw Bezwaar.NietBeschikbaar(fout);
        }
    }
}

internal static class VoorpostRegistratie
{
    /// <summary>For a service that can be a front; more than one may ask for it.</summary>
    public static IServiceCollection AddVoorpost(this IServiceCollection services)
    {
        services.TryAddSingleton<Bronnen>();
        services.TryAddSingleton<Voorpost>();
        return services;
    }
}
