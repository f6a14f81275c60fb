using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Taal;

namespace Meent.Interaction.Beheer;

/// <summary>The form of a subscription: where the messages go, with which Authorization, of which channels and filtered on what.</summary>
/// <param name="Abonnement">Null for a new one.</param>
internal sealed record Abonnementvorm(Abonnement? Abonnement, IReadOnlyList<Kanaal> Kanalen, Formulier Formulier)
{
    public static readonly IReadOnlyDictionary<string, string> Velden = new Dictionary<string, string>(StringComparer.Ordinal) { ["callbackUrl"] = "callbackUrl", ["auth"] = "auth", ["kanalen"] = "kop-kanalen" };

    public string Terug => Abonnement is null ? "/werk/abonnementen" : $"/werk/abonnementen/{Abonnement.Url.LaatsteDeel()}";

    /// <summary>Field names are part of an address to jump to: no spaces in them.</summary>
    public static string Veld(string kanaal) => $"kanaal-{Uri.EscapeDataString(kanaal)}";

    public static string Veld(string kanaal, string filter) => $"{Veld(kanaal)}-{Uri.EscapeDataString(filter)}";

    /// <summary>What stands in the form of one that there is already; never its Authorization.</summary>
    public static Formulier Begin(Abonnement abonnement)
    {
        var begin = new Dictionary<string, string>(StringComparer.Ordinal) { ["callbackUrl"] = abonnement.CallbackUrl };
        foreach (var keuze in abonnement.Kanalen)
        {
            begin[Veld(keuze.Naam)] = "ja";
            foreach (var (filter, waarde) in keuze.Filters ?? new Dictionary<string, string>()) begin[Veld(keuze.Naam, filter)] = waarde;
        }

        return new Formulier(begin);
    }

    public (string CallbackUrl, string Auth, IReadOnlyList<Kanaalkeuze> Kanalen) Lees(Tekst t)
    {
        var adres = Formulier.Verplicht("callbackUrl", t["Vul het adres in waar de berichten heen gaan.", "Fill in the address to which the messages go."]);
        if (adres.Length > 0 && !(Uri.TryCreate(adres, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))))
            Formulier.Fout("callbackUrl", t["Vul een adres in dat met https:// begint.", "Fill in an address that begins with https://."]);
        if (Abonnement is null) Formulier.Verplicht("auth", t["Vul in welke Authorization de berichten meekrijgen.", "Fill in which Authorization goes with the messages."]);
        var gekozen = Kanalen.Where(kanaal => Formulier[Veld(kanaal.Naam)] == "ja").ToList();
        if (gekozen.Count == 0) Formulier.Fout("kop-kanalen", t["Kies ten minste één kanaal.", "Choose at least one channel."]);
        return (adres, Formulier["auth"], [.. gekozen.Select(kanaal => new Kanaalkeuze(
            kanaal.Naam, kanaal.Filters.Where(filter => Formulier[Veld(kanaal.Naam, filter)].Length > 0).ToDictionary(filter => filter, filter => Formulier[Veld(kanaal.Naam, filter)], StringComparer.Ordinal)))]);
    }
}
