using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Meent.Services.Pijplijn;

namespace Meent.Services.Notificaties;

/// <summary>Sends messages to subscribers (Notificaties consumer API 1.0.0).</summary>
internal sealed class Callback(HttpClient http)
{
    /// <summary>Sends one message; throws when it did not arrive.</summary>
    public async Task<HttpStatusCode> Stuur(string url, string? auth, string bericht, string vorm, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(bericht, Encoding.UTF8, Berichtvorm.Mediatype(vorm)) };
        if (auth is not null) request.Headers.TryAddWithoutValidation("Authorization", auth);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var antwoord = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        return antwoord.StatusCode;
    }

    /// <summary>A callback must be safe to talk to, be there, and let nobody in without the Authorization of the subscription.</summary>
    /// <exception cref="Meent.Standards.Problemen.ProbleemException">400: what is wrong with it.</exception>
    public async Task Controleer(Abonnement abonnement, string vorm, CancellationToken stop)
    {
        var uri = new Uri(abonnement.CallbackUrl);
        if (uri.Scheme != Uri.UriSchemeHttps && !uri.IsLoopback)
            throw Weiger.Ongeldig("callbackUrl", "invalid", "Gebruik https: de berichten gaan over andermans zaken, en de Authorization-header gaat mee.");
        var bericht = Berichtvorm.Proef(vorm);
        try
        {
            if (await Stuur(abonnement.CallbackUrl, null, bericht, vorm, stop) is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden))
                throw Weiger.Ongeldig("callbackUrl", "no-auth-on-callback-url", "De callback-URL laat een bericht zonder Authorization toe.");
            if (await Stuur(abonnement.CallbackUrl, abonnement.Auth, bericht, vorm, stop) is var status && (int)status is < 200 or >= 300)
                throw Weiger.Ongeldig("callbackUrl", "invalid-callback-url", $"De callback-URL antwoordde {(int)status} op een testbericht met de opgegeven Authorization.");
        }
        catch (Exception fout) when (fout is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            throw Weiger.Ongeldig("callbackUrl", "invalid-callback-url", "De callback-URL is niet bereikbaar.");
        }
    }
}
