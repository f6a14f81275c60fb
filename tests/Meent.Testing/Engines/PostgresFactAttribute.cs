namespace Meent.Testing.Engines;

/// <summary>A test of what happens to PostgreSQL only; what holds for both engines bears <see cref="EngineTheoryAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = Omgeving.Reden(PostgresServer.IsGeinstalleerd, PostgresServer.Ontbreekt);
}
