using Meent.Standards.Beheer;

namespace Meent.Configuratie;

/// <summary>The configuration has mistakes; all of them are in here.</summary>
internal sealed class ConfiguratieException(IReadOnlyList<Configuratiefout> fouten) : Exception(string.Join(Environment.NewLine, fouten))
{
    public IReadOnlyList<Configuratiefout> Fouten { get; } = fouten;
}
