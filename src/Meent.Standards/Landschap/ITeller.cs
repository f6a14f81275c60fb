using Meent.Standards.Organisaties;

namespace Meent.Standards.Landschap;

/// <summary>Says how much of something an organisation keeps, for everybody to see. Each bron counts what is its own.</summary>
public interface ITeller
{
    /// <summary>What is counted, in the plural: <c>registraties</c>.</summary>
    string Wat { get; }

    /// <summary>The service whose data it is; an organisation without it is not asked.</summary>
    string Dienst { get; }

    ValueTask<long> Tel(Organisatie organisatie, CancellationToken stop);
}
