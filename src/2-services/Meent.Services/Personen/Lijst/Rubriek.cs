namespace Meent.Services.Personen.Lijst;

/// <summary>
/// An element of the Logisch Ontwerp BRP: <c>010210</c> is voornamen (02.10) of the person's own category 01; <c>0210</c> is the same
/// element of whatever category is being read, so that one declaration serves parents, partners and children.
/// </summary>
/// <param name="Categorie">Two digits; null for the category that is being read.</param>
/// <param name="Element">Group and element: four digits.</param>
internal readonly record struct Rubriek(string? Categorie, string Element)
{
    public string Groep => Element[..2];

    public static implicit operator Rubriek(string nummer) => nummer.Length switch
    {
        6 => new(nummer[..2], nummer[2..]),
        4 => new(null, nummer),
        _ => throw new ArgumentException($"{nummer} is geen rubriek.", nameof(nummer)),
    };
}
