using System.Text.Json;
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
                if (voorkomen["8810"] is not { } deelnemer || voorkomen["6410"] is not null) continue;
                if (!begonnen) json.WriteStartArray("rni"u8);
                begonnen = true;
                var code = deelnemer.PadLeft(4, '0');
                json.WriteStartObject();
                json.Code(Deelnemer, code, persoon.Tabellen.Omschrijving(Tabel.RniDeelnemers, code));
                if (voorkomen["8820"] is { } verdrag) json.WriteString("omschrijvingVerdrag"u8, verdrag);
                json.WriteString("categorie"u8, naam);
                json.WriteEndObject();
            }
        }

        if (begonnen) json.WriteEndArray();
    }
}
