namespace Meent.Testing;

/// <summary>A test that drives a real browser (<see cref="Omgeving.Chromium"/>).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Omgeving.Reden(Omgeving.Chromium is not null, "Geen browser: installeer chromium (apt-get install chromium).");
}
