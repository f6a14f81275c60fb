using System.Text.Json;
using Meent.Services.Personen.Lijst;
using Meent.Services.Personen.Tabellen;

namespace Meent.Services.Personen.Velden;

/// <summary>Which RNI participants brought in the categories that were asked about (88.10), delivered unasked.</summary>
internal static class Rni
{
    private static readonly JsonEncodedText Deelnemer = JsonEncodedText.Encode("deelnemer");

    private static readonly (string Categorie, string Naam)[] Categorieen =
        [("01", "Persoon"), ("04", "Nationaliteit"), ("06", "Overlijden"), ("08", "Verblijfplaats")];

    public static void Schrijf(Utf8JsonWriter json, PersoonBron persoon, IReadOnlySet<string> gevraagd)
    {
        var begonnen = false;
        foreach (var (categorie, naam) in Categorieen)
        {
            if (!gevraagd.Contains(categorie)) continue;
            foreach (var voorkomen in persoon.Lijst.Stapels(categorie).Select(s => s.Actueel))
            {
                if (voorkomen["8810"] is null || voorkomen["6410"] is not null) continue;
                if (!begonnen) json.WriteStartArray("rni"u8);
                begonnen = true;
                json.WriteStartObject();
                SchrijfDeelnemer(json, voorkomen, persoon.Tabellen);
                json.WriteString("categorie"u8, naam);
                json.WriteEndObject();
            }
        }

        if (begonnen) json.WriteEndArray();
    }

    public static void SchrijfDeelnemer(Utf8JsonWriter json, Voorkomen voorkomen, Tabelwaarden tabellen)
    {
        var code = voorkomen["8810"]!.PadLeft(4, '0');
        json.Code(Deelnemer, code, tabellen.Omschrijving(Tabel.RniDeelnemers, code));
        if (voorkomen["8820"] is { } verdrag) json.WriteString("omschrijvingVerdrag"u8, verdrag);
    }
}
