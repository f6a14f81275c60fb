using Meent.Services.Personen.Lijst;

namespace Meent.Services.Personen.Velden;

/// <summary>Where the writing stands: the person, and the occurrence that is being told about.</summary>
internal readonly record struct Plek(PersoonBron Persoon, Voorkomen Voorkomen)
{
    /// <summary>Of a place where the person lived: the next, by which it ended.</summary>
    public Voorkomen? Volgende { get; init; }

    /// <summary>Of such a place: since when it is established that the person was not there.</summary>
    public Lo3Datum? NietOpAdresVanaf { get; init; }

    public string? this[Rubriek rubriek] =>
        rubriek.Categorie is null ? Voorkomen[rubriek.Element] : Persoon.Lijst.Waarde(rubriek.Categorie, rubriek.Element);

    public Plek? Categorie(string categorie) =>
        Persoon.Lijst.Actueel(categorie) is { } voorkomen ? this with { Voorkomen = voorkomen } : null;

    /// <summary>This place, if anything is registered in a group (two digits) of it.</summary>
    public Plek? Groep(string groep) => Voorkomen.HeeftGroep(groep) ? this : null;
}
