using Meent.Interaction.Opvragen;

namespace Meent.Interaction.Verwerkingen;

/// <summary>The version of which <c>Registervelden</c> shows the fields.</summary>
internal sealed record Veldwaarden(Registerversie Versie);
