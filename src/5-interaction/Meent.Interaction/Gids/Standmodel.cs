using Meent.Interaction.Opvragen;

namespace Meent.Interaction.Gids;

/// <param name="Stand">Null when nobody looked yet.</param>
internal sealed record Standmodel(Gidsstand? Stand);
