using System.Collections.Concurrent;

namespace Meent.Tests.Fsc;

/// <summary>Programs of alfa that go on asking, and repeat what may be repeated: no connection, or an answer that says that the other side could not be reached.</summary>
internal sealed class Last : IAsyncDisposable
{
    private readonly Groep _groep;
    private readonly CancellationTokenSource _einde = new();
    private readonly ConcurrentQueue<string> _gelukt = new();
    private readonly ConcurrentQueue<string> _mislukt = new();
    private readonly Task[] _programmas;
    private int _herhaald;

    public Last(Groep groep)
    {
        _groep = groep;
        _programmas = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(Vraag))];
    }

    /// <summary>Calls that were made again.</summary>
    public int Herhaald => Volatile.Read(ref _herhaald);

    /// <summary>Until so many more have succeeded, or one has failed.</summary>
    public Task Meer(int aantal)
    {
        var doel = _gelukt.Count + aantal;
        return Groep.Tot(() => Task.FromResult(_gelukt.Count >= doel || !_mislukt.IsEmpty), $"{aantal} geslaagde verzoeken meer");
    }

    /// <returns>The transactions that succeeded.</returns>
    public async Task<List<string>> Stop()
    {
        await _einde.CancelAsync();
        await Task.WhenAll(_programmas);
        Assert.Empty(_mislukt);
        return [.. _gelukt];
    }

    public async ValueTask DisposeAsync()
    {
        await _einde.CancelAsync();
        await Task.WhenAll(_programmas);
        _einde.Dispose();
    }

    private async Task Vraag()
    {
        while (!_einde.IsCancellationRequested)
        {
            try
            {
                var antwoord = await _groep.Vraag();
                if (antwoord.Status == 200) _gelukt.Enqueue(antwoord.Transactie!);
                else if (antwoord.Status is 502 or 503) Interlocked.Increment(ref _herhaald);
                else _mislukt.Enqueue($"{antwoord.Status} {antwoord.Tekst}");
            }
            catch (HttpRequestException)
            {
                Interlocked.Increment(ref _herhaald);
            }

            await Task.Delay(10);
        }
    }
}
