using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Data.Migraties;

/// <summary>
/// A source of data: the unit inside which tables may refer to each other. Its tables begin with its name, and exist only at organisations that
/// keep one of its services.
/// </summary>
/// <param name="Naam">Prefix of its tables.</param>
/// <param name="Assembly">Where its numbered migrations are embedded.</param>
/// <param name="Map">Prefix of their resource names, such as <c>Meent.Services.Verhuur.Migraties</c>.</param>
/// <param name="Diensten">The services that need it; empty when every organisation does.</param>
public sealed record Bron(string Naam, Assembly Assembly, string Map, IReadOnlySet<string> Diensten)
{
    /// <summary>Its migrations in order of number: <c>001_naam.sql</c>.</summary>
    internal IEnumerable<Migratie> Migraties() => Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Map + ".", StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
        .Select(name => new Migratie(this, name[(Map.Length + 1)..^4], name))
        .OrderBy(migratie => migratie.Nummer);
}

/// <summary>One numbered step of a bron's schema.</summary>
internal sealed record Migratie(Bron Bron, string Naam, string Resource)
{
    public int Nummer { get; } = int.Parse(Naam.AsSpan(0, Naam.IndexOf('_', StringComparison.Ordinal)), null);

    public string Sql()
    {
        using var reader = new StreamReader(Bron.Assembly.GetManifestResourceStream(Resource)!);
        return reader.ReadToEnd();
    }
}

public static class BronRegistration
{
    /// <summary>Registers a bron; its tables are made when an organisation that keeps one of the services is opened.</summary>
    public static IServiceCollection AddBron(this IServiceCollection services, string naam, Assembly assembly, string map, params string[] diensten) =>
        services.AddSingleton(new Bron(naam, assembly, map, diensten.ToHashSet(StringComparer.Ordinal)));
}
