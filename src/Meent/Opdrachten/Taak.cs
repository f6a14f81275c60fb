using System.CommandLine;
using Meent.Node;
using Meent.Standards.Beheer;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;

namespace Meent.Opdrachten;

/// <summary>Runs work of a layer (<see cref="IBeheertaak"/>) for one, some or all organisations, and shows how far it is.</summary>
internal static class Taak
{
    public static readonly Argument<string> Bestand = new("bestand") { Description = "Bestand of map." };

    public static readonly Argument<string> Hash = new("hash") { Description = "Hash van het contract ($1$1$…); zet hem tussen enkele aanhalingstekens." };

    public static readonly Argument<string> Maand = new("maand") { Description = "Maand, zoals 2026-11." };

    public static readonly Argument<string> Sleutel = new("sleutel") { Description = "P-256, RSA-3072, of zelfde om de sleutel in gebruik te houden." };

    public static readonly Option<string[]> Organisaties = new("--organisatie", "-o")
    {
        Description = "Alleen deze organisatie; mag vaker.",
        HelpName = "slug",
        DefaultValueFactory = _ => [],
    };

    public static readonly Option<string?> Reden = new("--reden", "-r") { Description = "Waarom; komt in het auditlog.", HelpName = "tekst" };

    /// <param name="wat">The argument that the work needs: a file, a hash.</param>
    /// <param name="een">Only for one organisation, which must then be named when there are more.</param>
    public static async Task<int> Voer(ParseResult vraag, string naam, CancellationToken stop, Argument<string>? wat = null, bool een = false)
    {
        await using var app = Knooppunt.Bouw(vraag.Instellingen());
        var taak = app.Services.GetServices<IBeheertaak>().FirstOrDefault(t => t.Naam == naam)
            ?? throw new ProbleemException(new Probleem(404, "onbekend", $"Deze node kent '{naam}' niet.", "Kies een opdracht uit meent --help."));
        var geschikt = Kies(vraag, app.Services.GetRequiredService<OrganisatieLijst>()).Where(taak.Geschikt).ToList();
        if (geschikt.Count == 0) throw new ProbleemException(new Probleem(404, "onbekend", $"'{naam}' geldt voor geen van deze organisaties."));

        if (een && geschikt.Count > 1) throw new ProbleemException(new Probleem(400, "onduidelijk", $"'{naam}' is voor één organisatie.", "Noem haar met --organisatie."));
        var bestand = wat is null ? null : vraag.GetValue(wat);
        foreach (var organisatie in geschikt)
        {
            using var scherm = new Voortgangsregel(vraag.InvocationConfiguration.Output, organisatie.Slug, TimeProvider.System);
            await taak.Voer(new Beheeropdracht(organisatie, bestand, scherm, scherm.Meld, vraag.GetValue(Reden)), stop);
        }

        return 0;
    }

    /// <summary>The organisations named, or all.</summary>
    public static IReadOnlyList<Organisatie> Kies(ParseResult vraag, OrganisatieLijst lijst)
    {
        var namen = vraag.GetValue(Organisaties) ?? [];
        if (namen.Length == 0) return [.. lijst.Alle];
        return [.. namen.Select(slug => lijst.Vind(slug)
            ?? throw new ProbleemException(new Probleem(404, "onbekend", $"Organisatie '{slug}' is er niet.", $"Kies uit {string.Join(", ", lijst.Alle.Select(o => o.Slug))}.")))];
    }
}
