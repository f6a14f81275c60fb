using System.Text.Json.Serialization;
using Meent.Services.Verhuur.Registraties;

namespace Meent.Services.Verhuur.Stappen;

/// <summary>What can be done about a number after it was given (Regulation (EU) 2024/1028 art. 6).</summary>
internal enum Stapsoort
{
    /// <summary>The host is asked to complete or correct the declaration.</summary>
    Herstelverzoek,

    /// <summary>It is in order: the number holds as before.</summary>
    Hersteld,

    /// <summary>The host is told that the number will be suspended, and may respond.</summary>
    Voornemen,

    /// <summary>What the host says to that.</summary>
    Zienswijze,

    /// <summary>The number does not hold for now; platforms take the offer away.</summary>
    Opschorten,

    /// <summary>The number is gone for good.</summary>
    Doorhalen,
}

/// <summary>One thing that was done.</summary>
/// <param name="Volgnummer">Position among the steps of the number, from 1.</param>
/// <param name="Reden">For the host to read.</param>
/// <param name="Termijn">Last day on which the host can still respond or correct.</param>
/// <param name="Zaak">The zaak in which it is handled.</param>
/// <param name="Medewerker">Who did it; null for the host. Stays inside the municipality.</param>
internal sealed record Stap(
    int Volgnummer, Stapsoort Soort, Registratiestatus Van, Registratiestatus Naar, string Reden, DateOnly? Termijn, string? Zaak, string? Medewerker, DateTimeOffset GedaanOp)
{
    [JsonIgnore]
    public bool IsBesluit => Soort is Stapsoort.Opschorten or Stapsoort.Doorhalen;
}
