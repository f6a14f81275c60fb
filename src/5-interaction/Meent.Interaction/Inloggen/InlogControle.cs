using Meent.Standards.Beheer;

namespace Meent.Interaction.Inloggen;

/// <summary>Keeps a node with a wrong login configuration from starting.</summary>
internal sealed class InlogControle(Inlogvoorzieningen voorzieningen) : IConfiguratieControle
{
    public string Sectie => "Inloggen";

    public IEnumerable<Configuratiefout> Fouten() => voorzieningen.Fouten();
}
