using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Model;
using Microsoft.AspNetCore.Http;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Objecten.Rechten;

/// <summary><c>/permissions</c>: what the caller may with which types, so that a program can show what it can do.</summary>
internal static class Permissies
{
    public static async Task Lijst(HttpContext http, Dienstverlening diensten)
    {
        var verzoek = await Objectverzoek.VanObjecten(http, diensten);
        Query.Alleen(http.Request, ["page", "pageSize"]);
        var parameters = Vraag.Parameters(http.Request.Query);
        var blad = Vraag.Blad(parameters);
        var bestaand = await verzoek.Store.Read(session => session.All("SELECT id FROM objecten_objecttypen ORDER BY gemaakt, id", row => row.Guid(0)), verzoek.Stop);
        var rechten = verzoek.Rechten.Alles
            ? [.. bestaand.Select(type => new Typerecht(type, true, null, null))]
            : verzoek.Rechten.Typen.Where(recht => bestaand.Contains(recht.Type)).ToList();

        using var buffer = new Buffer();
        var bladzijde = new Bladzijde(blad, rechten.Count, buffer);
        bladzijde.Begin();
        foreach (var recht in rechten.Skip((blad.Pagina - 1) * blad.Grootte).Take(blad.Grootte))
        {
            bladzijde.Rij();
            buffer.Schrijf(Json(recht, verzoek.Basis).ToJsonString(Vorm.Json));
        }

        bladzijde.Einde($"{verzoek.Basis}/permissions", parameters);
        await Antwoord.Json(http, buffer, StatusCodes.Status200OK);
    }

    private static JsonObject Json(Typerecht recht, string basis) => new()
    {
        ["type"] = $"{basis}/objecttypes/{recht.Type:D}",
        ["mode"] = recht.MagSchrijven ? "read_and_write" : "read_only",
        ["use_fields"] = recht.Namen is not null,
        ["fields"] = new JsonObject((recht.Namen ?? new Dictionary<int, IReadOnlyList<string>>()).Select(v => KeyValuePair.Create($"{v.Key}", (JsonNode?)JsonSerializer.SerializeToNode(v.Value)))),
    };
}
