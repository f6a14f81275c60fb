using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Meent.Data.Modellen;

namespace Meent.Services.Pijplijn.Model;

/// <summary>What may stand in one field of a resource; read once from the property of its record.</summary>
internal sealed class Veld
{
    private readonly PropertyInfo _property;

    public Veld(PropertyInfo property, NullabilityInfoContext nullability)
    {
        _property = property;
        Naam = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        Type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        MagNull = Type != property.PropertyType || nullability.Create(property).WriteState == NullabilityState.Nullable;
        IsVerborgen = property.GetCustomAttribute<VerborgenAttribute>() is not null;
        Bereik = property.GetCustomAttribute<BereikAttribute>();
        AlleenLezen = property.GetCustomAttribute<AlleenLezenAttribute>() is not null;
        Verplicht = property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null;
        Max = property.GetCustomAttribute<MaxAttribute>()?.Tekens;
        NietLeeg = property.GetCustomAttribute<NietLeegAttribute>() is not null;
        Keuzes = property.GetCustomAttribute<KeuzeAttribute>()?.Woorden;
        Controles = [.. property.GetCustomAttributes().Select(Tekstcontrole.Van).OfType<Tekstcontrole>()];
        Element = Type.IsGenericType && Type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? Type.GetGenericArguments()[0] : null;
        Genest = Beschrijving.Van(Element ?? Type);
    }

    /// <summary>The value in a record.</summary>
    public object? Waarde(object record) => _property.GetValue(record);

    /// <summary>Gives a record the value of another one.</summary>
    public void NeemOver(object van, object naar) => _property.SetValue(naar, _property.GetValue(van));

    public string Naam { get; }
    public Type Type { get; }
    public bool MagNull { get; }
    public bool AlleenLezen { get; }
    public bool IsVerborgen { get; }

    /// <summary>Its name in the stored body.</summary>
    public string Opslagnaam => IsVerborgen ? Vorm.Verborgen + Naam : Naam;
    public BereikAttribute? Bereik { get; }
    public bool Verplicht { get; }
    public int? Max { get; }
    public bool NietLeeg { get; }
    public IReadOnlyList<string>? Keuzes { get; }
    public IReadOnlyList<Tekstcontrole> Controles { get; }

    /// <summary>Type of the items, for a list.</summary>
    public Type? Element { get; }

    /// <summary>The fields of a nested object, or of the objects of a list.</summary>
    public Beschrijving? Genest { get; }
}
