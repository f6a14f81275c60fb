using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Meent.Standards.Beheer;

namespace Meent.Configuratie;

/// <summary>Compares the keys that stand in the configuration with the properties that exist: finds a typing mistake and a value of the wrong kind.</summary>
internal static class Sleutels
{
    /// <summary>Sections that a layer reads and checks itself (<see cref="IConfiguratieControle"/>).</summary>
    private static readonly string[] VanLagen = ["Inloggen", "Fsc", "Buitenwereld"];

    public static void Controleer(IConfigurationSection sectie, List<Configuratiefout> fouten) => Object(sectie, typeof(MeentOptions), fouten);

    private static void Object(IConfigurationSection sectie, Type soort, List<Configuratiefout> fouten)
    {
        var eigenschappen = soort.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null).ToList();
        foreach (var kind in sectie.GetChildren().Where(k => soort != typeof(MeentOptions) || !VanLagen.Contains(k.Key, StringComparer.OrdinalIgnoreCase)))
        {
            var eigenschap = eigenschappen.Find(p => p.Name.Equals(kind.Key, StringComparison.OrdinalIgnoreCase));
            if (eigenschap is null) fouten.Add(new(kind.Path, $"bestaat niet; kies uit {string.Join(", ", eigenschappen.Select(p => p.Name))}."));
            else Waarde(kind, eigenschap.PropertyType, fouten);
        }
    }

    private static void Waarde(IConfigurationSection sectie, Type soort, List<Configuratiefout> fouten)
    {
        if (soort != typeof(string) && soort.IsAssignableTo(typeof(IEnumerable)))
        {
            foreach (var element in sectie.GetChildren()) Waarde(element, soort.GetGenericArguments()[0], fouten);
        }
        else if (soort == typeof(string) || soort.IsValueType)
        {
            if (sectie.GetChildren().Any()) fouten.Add(new(sectie.Path, "is één waarde, geen sectie."));
            else if (!Past(sectie.Value, Nullable.GetUnderlyingType(soort) ?? soort)) fouten.Add(new(sectie.Path, $"'{sectie.Value}' is geen {Woord(soort)}."));
        }
        else
        {
            Object(sectie, soort, fouten);
        }
    }

    private static bool Past(string? waarde, Type soort)
    {
        if (soort == typeof(string) || waarde is null) return true;
        try
        {
            return TypeDescriptor.GetConverter(soort).ConvertFromString(null, CultureInfo.InvariantCulture, waarde) is not null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Woord(Type soort) => (Nullable.GetUnderlyingType(soort) ?? soort) switch
    {
        var s when s == typeof(bool) => "ja of nee (true, false)",
        var s when s == typeof(int) || s == typeof(long) => "geheel getal",
        var s => s.Name,
    };
}
