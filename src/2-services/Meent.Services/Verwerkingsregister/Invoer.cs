using System.Text.RegularExpressions;
using System.Xml;
using Meent.Services.Pijplijn;
using Meent.Standards.Problemen;

namespace Meent.Services.Verwerkingsregister;

/// <summary>An entry as it is sent in.</summary>
/// <param name="Code">Last part of the URI; given once, with the first version.</param>
/// <param name="BeginGeldigheid">From when; now, when absent.</param>
internal sealed partial record Invoer(string? Code, DateTimeOffset? BeginGeldigheid, DateTimeOffset? EindeGeldigheid, Activiteit? Activiteit)
{
    private const int MaxTekst = 2042;
    private const int MaxNaam = 242;

    /// <exception cref="ProbleemException">400, with every wrong field.</exception>
    public Activiteit Controleer(bool eersteVersie)
    {
        var fouten = new List<OngeldigVeld>();
        if (eersteVersie && (Code is null || !CodeVorm().IsMatch(Code)))
            fouten.Add(new("code", "invalid", "Kleine letters, cijfers en koppeltekens; 3 tot 80 tekens."));
        if (EindeGeldigheid <= BeginGeldigheid) fouten.Add(new("eindeGeldigheid", "invalid", "Ligt niet na het begin."));
        if (Activiteit is null)
        {
            fouten.Add(new("activiteit", "required", "Dit veld is verplicht."));
        }
        else
        {
            Tekst("naam", Activiteit.Naam, MaxNaam);
            Tekst("doel", Activiteit.Doel, MaxTekst);
            Duur("bewaartermijnLogboek", Activiteit.BewaartermijnLogboek);
            Duur("vertrouwelijkheidstermijn", Activiteit.Vertrouwelijkheidstermijn);
            for (var i = 0; i < Activiteit.Gegevens.Count; i++)
            {
                if (!GegevenVorm().IsMatch(Activiteit.Gegevens[i]))
                    fouten.Add(new($"activiteit.gegevens[{i}]", "invalid", "Schrijf {dienst}:{veld} of {dienst}:*."));
            }
        }

        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);
        return Activiteit!;

        void Tekst(string veld, string? waarde, int max)
        {
            if (string.IsNullOrWhiteSpace(waarde)) fouten.Add(new($"activiteit.{veld}", "required", "Dit veld is verplicht."));
            else if (waarde.Length > max) fouten.Add(new($"activiteit.{veld}", "max_length", $"Hoogstens {max} tekens."));
        }

        void Duur(string veld, string? waarde)
        {
            if (waarde is null) return;
            try
            {
                _ = XmlConvert.ToTimeSpan(waarde);
            }
            catch (FormatException)
            {
                fouten.Add(new($"activiteit.{veld}", "invalid", "Geen ISO 8601-duur, zoals P5Y."));
            }
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,78}[a-z0-9]$")]
    private static partial Regex CodeVorm();

    [GeneratedRegex(@"^[a-z]+:(\*|[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*)$")]
    private static partial Regex GegevenVorm();
}
