using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Meent.Standards.Beheer;

/// <summary>Compares the keys that stand in the configuration with the properties that exist: finds a typing mistake and a value of the wrong kind.</summary>
public static class Sleutels
{
    /// <param name="soort">The class that the section is bound to.</param>
    /// <param name="behalve">Subsections that another part reads and checks itself.</param>
    public static List<Configuratiefout> Controleer(IConfigurationSection sectie, Type soort, params IReadOnlyCollection<string> behalve)
    {
        var fouten = new List<Configuratiefout>();
        Object(sectie, soort, behalve, fouten);
        return fouten;
    }

    /// <returns>The section as a class; null when a value is of the wrong kind, which <see cref="Controleer"/> has named.</returns>
    public static T? Lees<T>(IConfigurationSection sectie) where T : class, new()
    {
        try
        {
            return sectie.Get<T>() ?? new();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static void Object(IConfigurationSection sectie, Type soort, IReadOnlyCollection<string> behalve, List<Configuratiefout> fouten)
    {
        // A collection that is there already is filled; anything else has to be set.
        var eigenschappen = soort.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null || IsLijst(p.PropertyType)).ToList();
        foreach (var kind in sectie.GetChildren().Where(k => !behalve.Contains(k.Key, StringComparer.OrdinalIgnoreCase)))
        {
            var eigenschap = eigenschappen.Find(p => p.Name.Equals(kind.Key, StringComparison.OrdinalIgnoreCase));
            if (eigenschap is null) fouten.Add(new(kind.Path, $"bestaat niet; kies uit {string.Join(", ", eigenschappen.Select(p => p.Name))}."));
            else Waarde(kind, eigenschap.PropertyType, fouten);
        }
    }

    private static void Waarde(IConfigurationSection sectie, Type soort, List<Configuratiefout> fouten)
    {
        if (IsLijst(soort))
        {
            // Of a dictionary the keys are free; of a list they are numbers.
            if (sectie.Value is { Length: > 0 }) fouten.Add(new(sectie.Path, "is een lijst; zet elke waarde onder een eigen sleutel, zoals :0."));
            foreach (var element in sectie.GetChildren()) Waarde(element, soort.GetGenericArguments()[^1], fouten);
        }
        else if (soort == typeof(string) || soort.IsValueType)
        {
            if (sectie.GetChildren().Any()) fouten.Add(new(sectie.Path, "is één waarde, geen sectie."));
            else if (!Past(sectie.Value, Nullable.GetUnderlyingType(soort) ?? soort)) fouten.Add(new(sectie.Path, $"'{sectie.Value}' is geen {Woord(soort)}."));
        }
        else
        {
            Object(sectie, soort, [], fouten);
        }
    }

    private static bool IsLijst(Type soort) => soort != typeof(string) && soort.IsAssignableTo(typeof(IEnumerable));

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
        var s when s == typeof(TimeSpan) => "duur (uu:mm:ss)",
        var s => s.Name,
    };
}
