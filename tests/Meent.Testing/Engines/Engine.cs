namespace Meent.Testing.Engines;

/// <summary>The two engines that every test of data runs on.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}
