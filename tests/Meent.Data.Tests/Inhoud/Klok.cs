namespace Meent.Data.Tests.Inhoud;

/// <summary>A clock that a test puts forward.</summary>
internal sealed class Klok : TimeProvider
{
    public DateTimeOffset Nu { get; set; } = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Nu;
}
