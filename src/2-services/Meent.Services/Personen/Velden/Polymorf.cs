using System.Text.Json;

namespace Meent.Services.Personen.Velden;

/// <summary>One form of a polymorphic field.</summary>
/// <param name="Groep">Its fields.</param>
/// <param name="ViaAlias">Names of the fields that the alias reaches; null when the alias does not reach this form.</param>
internal sealed record Vorm(Groep Groep, IReadOnlyList<string>? ViaAlias);

/// <summary>
/// A group that takes one of several forms. A consumer that may not see foreign addresses asks it by its alias, which reaches only what
/// lies within the Netherlands.
/// </summary>
/// <param name="kies">Which of the forms it is for this person; negative when the register has nothing of it.</param>
internal sealed class Polymorf(string naam, string alias, Func<Plek, int> kies, params Vorm[] vormen) : Veld(naam)
{
    public string Alias => alias;

    // Forms share names (datumVan, verblijfadres); below such a name the fields of all forms may be asked.
    public override IReadOnlyList<Veld> Kinderen { get; } = vormen.SelectMany(v => v.Groep.Kinderen).ToList();

    public IReadOnlyList<Veld> AliasKinderen { get; } =
        vormen.SelectMany(v => v.Groep.Kinderen.Where(k => v.ViaAlias?.Contains(k.Naam) == true)).ToList();

    public override Keuze? Kies(Vraagboom gevraagd) =>
        gevraagd.Deel(Naam) is null && gevraagd.Deel(alias) is null
            ? null
            : new Keuze(this, vormen.Select(v => KiesVorm(v, gevraagd.Deel(Naam), gevraagd.Deel(alias))).ToArray());

    public override IEnumerable<string> Protocol(Vraagboom gevraagd, IReadOnlyList<string> categorieen) => vormen.SelectMany(vorm =>
        Gevraagd(vorm, gevraagd.Deel(Naam), gevraagd.Deel(alias)) is { } hier
            ? vorm.Groep.ProtocolKinderen(hier, Categorie is null ? categorieen : [Categorie])
            : []);

    public override void Schrijf(Utf8JsonWriter json, Plek plek, Keuze keuze)
    {
        var vorm = kies(plek);
        if (vorm >= 0 && keuze.Kinderen[vorm] is { Veld: Groep groep } gekozen) groep.Schrijf(json, plek, gekozen);
    }

    // Fields of another form choose nothing here, but the form itself (its type) is told all the same; not so when only the alias was used
    // and nothing of this form lies within its reach: then the choice is this field itself, which writes nothing.
    private Keuze KiesVorm(Vorm vorm, Vraagboom? gevraagd, Vraagboom? viaAlias)
    {
        if (Gevraagd(vorm, gevraagd, viaAlias) is not { } hier) return new Keuze(this, []);
        var gekozen = vorm.Groep.KiesKinderen(hier);
        return gekozen.Count == 0 && gevraagd is null && vorm.Groep.Type is null ? new Keuze(this, []) : new Keuze(vorm.Groep, gekozen);
    }

    private static Vraagboom? Gevraagd(Vorm vorm, Vraagboom? gevraagd, Vraagboom? viaAlias) =>
        Vraagboom.Verenig(gevraagd, vorm.ViaAlias is null ? null : viaAlias?.Beperk(vorm.ViaAlias));
}
