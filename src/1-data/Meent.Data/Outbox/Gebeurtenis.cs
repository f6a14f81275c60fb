namespace Meent.Data.Outbox;

/// <summary>
/// Something happened to a resource (ZGW Notificaties: poor in information, who wants to know more asks the source). Own URLs are written with the
/// placeholder of the store and get their base when they are sent.
/// </summary>
/// <param name="Kanaal">Channel, such as <c>zaken</c>.</param>
/// <param name="Hoofdobject">URL of the object whose events are delivered in order.</param>
/// <param name="Versie">Version of that object, taken under its row lock: the position of this event among its events.</param>
/// <param name="Actie"><c>create</c>, <c>update</c>, <c>partial_update</c> or <c>destroy</c>.</param>
/// <param name="Kenmerken">What subscribers filter on.</param>
public sealed record Gebeurtenis(
    string Kanaal,
    string Hoofdobject,
    long Versie,
    string Resource,
    string ResourceUrl,
    string Actie,
    DateTimeOffset Aanmaakdatum,
    IReadOnlyDictionary<string, string>? Kenmerken = null)
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
}
