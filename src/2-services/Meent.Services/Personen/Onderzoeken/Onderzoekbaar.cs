using System.Text.Json;
using System.Text.Json.Nodes;

namespace Meent.Services.Personen.Onderzoeken;

/// <summary>Puts a part of a list under investigation as the Logisch Ontwerp does: group 83 of the actual occurrences of its category.</summary>
internal static class Onderzoekbaar
{
    private const string Aanduiding = "8310";
    private const string Begin = "8320";
    private const string Einde = "8330";

    /// <summary>By field of the API the categories, and what 83.10 says.</summary>
    private static readonly Dictionary<string, (string Categorie, string Aanduiding)[]> Delen = new(StringComparer.Ordinal)
    {
        ["naam"] = [("01", "010200")],
        ["geboorte"] = [("01", "010300")],
        ["geslacht"] = [("01", "010400")],
        ["ouders"] = [("02", "020000"), ("03", "030000")],
        ["nationaliteiten"] = [("04", "040000")],
        ["partners"] = [("05", "050000")],
        ["overlijden"] = [("06", "060000")],
        ["verblijfplaats"] = [("08", "080000")],
        ["kinderen"] = [("09", "090000")],
    };

    public static IReadOnlyCollection<string> Gegevens => Delen.Keys;

    /// <summary>The list with the mark, or with its end.</summary>
    /// <returns>Null when the list has nothing of this.</returns>
    public static byte[]? Zet(string body, string gegeven, bool loopt, DateOnly vandaag)
    {
        var lijst = JsonNode.Parse(body)!.AsObject();
        var dag = vandaag.ToString("yyyyMMdd", null);
        var gevonden = false;
        foreach (var (categorie, aanduiding) in Delen[gegeven])
        {
            foreach (var stapel in lijst[categorie]?.AsArray() ?? [])
            {
                gevonden = true;
                var actueel = stapel![0]!.AsObject();
                if (loopt) Open(actueel, categorie, aanduiding, dag);
                else if (Loopt(actueel)) actueel[Einde] = dag;
            }
        }

        return gevonden ? JsonSerializer.SerializeToUtf8Bytes(lijst) : null;
    }

    // An occurrence has room for one investigation: a second one, of something else, widens it to the whole category.
    private static void Open(JsonObject actueel, string categorie, string aanduiding, string dag)
    {
        if (Loopt(actueel))
        {
            if ((string?)actueel[Aanduiding] != aanduiding) actueel[Aanduiding] = categorie + "0000";
            return;
        }

        (actueel[Aanduiding], actueel[Begin]) = (aanduiding, dag);
        actueel.Remove(Einde);
    }

    private static bool Loopt(JsonObject actueel) => actueel[Aanduiding] is not null && actueel[Einde] is null;
}
