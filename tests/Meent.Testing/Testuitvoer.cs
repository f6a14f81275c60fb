using Microsoft.Extensions.Logging;

namespace Meent.Testing;

/// <summary>
/// What the nodes of a test run log and print, in a file for each test process in the folder that <c>MEENT_TESTUITVOER</c> names, so that <c>.ci/run</c> can
/// see that no BSN stands in it. Without that folder nothing is kept.
/// </summary>
public sealed class Testuitvoer : ILoggerProvider, ILogger
{
    private static readonly Lazy<TextWriter> Bestand = new(Open);

    public static void Schrijf(string? regel) => Bestand.Value.WriteLine(regel);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => Bestand.Value != TextWriter.Null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Schrijf($"{logLevel}: {formatter(state, exception)} {exception}");

    public void Dispose()
    {
        // The file is that of the process.
    }

    private static TextWriter Open()
    {
        if (Environment.GetEnvironmentVariable("MEENT_TESTUITVOER") is not { Length: > 0 } map) return TextWriter.Null;
        Directory.CreateDirectory(map);
        return TextWriter.Synchronized(new StreamWriter(Path.Combine(map, $"{AppDomain.CurrentDomain.FriendlyName}-{Environment.ProcessId}.log")) { AutoFlush = true });
    }
}
