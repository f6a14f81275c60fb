using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Data.Modellen.Catalogi;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;

namespace Meent.Services.Zaakgericht.Catalogi.Beheer;

/// <summary>How a catalogus is read in.</summary>
/// <param name="Domein">Instead of the domein in the file.</param>
/// <param name="Rsin">Instead of the rsin in the file.</param>
/// <param name="AlsConcept">Whether what was published becomes a concept here.</param>
internal sealed record Invoerwijze(string? Domein, string? Rsin, bool AlsConcept);

/// <summary>What came of reading a catalogus in.</summary>
/// <param name="Catalogus">Its URL.</param>
/// <param name="Gemaakt">How many of each kind were made.</param>
/// <param name="Bestond">How many versions were here already (same name, same first day), and were left as they are with their parts.</param>
/// <param name="Vervallen">Relations to types that are not in the file.</param>
internal sealed record Invoerresultaat(string Catalogus, IReadOnlyDictionary<string, int> Gemaakt, int Bestond, IReadOnlyList<string> Vervallen);

/// <summary>
/// Import of a catalogus, with new ids and by the rules of the API. Into a catalogus of the same domein and rsin only the versions come that it does not
/// have. One transaction: everything, or nothing and the reason.
/// </summary>
internal sealed class Catalogusinvoer(Session session, Archief archief, Invoerwijze wijze, Aanroep aanroep, DateTimeOffset nu, Dienstverlening diensten)
{
    private readonly string _eigen = session.Store.Organisatie.Basis;
    private readonly string _basis = Basis(archief);
    private readonly Dictionary<Guid, Guid> _ids = [];
    private readonly HashSet<Guid> _bestond = [];
    private readonly Dictionary<string, int> _gemaakt = [];
    private readonly Bestandsnamen _namen = new(archief);

    public async ValueTask<Invoerresultaat> Voer()
    {
        var catalogus = await Catalogus();
        await Versies(Soort.Informatieobjecttype, "omschrijving", catalogus);
        await Versies(Soort.Besluittype, "omschrijving", catalogus);
        await Versies(Soort.Zaaktype, "identificatie", catalogus);
        foreach (var soort in Soort.Delen) await Delen(soort);
        await Eigenschappen();
        await Publiceer<InformatieObjectType>(Soort.Informatieobjecttype, i => i with { Concept = false });
        await Publiceer<BesluitType>(Soort.Besluittype, b => b with { Concept = false });
        await Publiceer<ZaakType>(Soort.Zaaktype, z => z with { Concept = false });
        return new Invoerresultaat(_eigen + EigenUrls.Van(Catalogipaden.Catalogussen, catalogus)[1..], _gemaakt, _bestond.Count, _namen.Onbekend);
    }

    private async ValueTask<Guid> Catalogus()
    {
        if (archief[Soort.Catalogus] is not [var een]) throw Archief.Ongeldig("Verwachtte Catalogus.json met één catalogus.");
        een["domein"] = wijze.Domein ?? (string?)een["domein"];
        een["rsin"] = wijze.Rsin ?? (string?)een["rsin"];
        var bekend = await session.One("SELECT id FROM zaakgericht_catalogussen WHERE domein = $1 AND rsin = $2", row => (Guid?)row.Guid(0), (string?)een["domein"] ?? "", (string?)een["rsin"] ?? "");
        if (bekend is null) return await Maak(Soort.Catalogus, een, 0);
        return _ids[Id(een)] = bekend.Value;
    }

    private async ValueTask Versies(Soort soort, string naam, Guid catalogus)
    {
        for (var i = 0; i < archief[soort].Count; i++)
        {
            var een = archief[soort][i];
            var bekend = await session.One(
                $"SELECT id FROM {soort.Resource.Tabel} WHERE catalogus = $1 AND {naam} = $2 AND begin_geldigheid = $3 ORDER BY concept, id", row => (Guid?)row.Guid(0),
                catalogus, (string?)een[naam] ?? "", (string?)een["beginGeldigheid"] ?? "");
            if (bekend is not null)
            {
                _ids[Id(een)] = bekend.Value;
                _bestond.Add(Id(een));
                continue;
            }

            een["catalogus"] = _eigen + EigenUrls.Van(Catalogipaden.Catalogussen, catalogus)[1..];
            await Maak(soort, een, i);
        }
    }

    private async ValueTask Delen(Soort soort)
    {
        for (var i = 0; i < archief[soort].Count; i++)
        {
            var een = archief[soort][i];
            if (Bestandsnamen.IdVan((string?)een["zaaktype"]) is { } zaaktype && _bestond.Contains(zaaktype)) continue;
            // They follow from the zaaktype.
            foreach (var lid in new[] { "catalogus", "beginGeldigheid", "eindeGeldigheid", "beginObject", "eindeObject" }) een.Remove(lid);
            // Open Zaak shows a group without a choice; here there is none then.
            if (een["brondatumArchiefprocedure"] is JsonObject brondatum && (string?)brondatum["afleidingswijze"] is null or "") een["brondatumArchiefprocedure"] = null;
            await Maak(soort, een, i);
        }
    }

    /// <summary>What a statustype itself asks for, now that the eigenschappen are there.</summary>
    private async ValueTask Eigenschappen()
    {
        foreach (var een in archief[Soort.Statustype])
        {
            if (een[Archief.Relaties]?["eigenschappen"] is not JsonArray eigenschappen || !_ids.TryGetValue(Id(een), out var statustype)) continue;
            foreach (var id in eigenschappen.Select(url => Bestandsnamen.IdVan((string?)url)).OfType<Guid>().Where(_ids.ContainsKey))
            {
                var url = EigenUrls.Van(Catalogipaden.Eigenschappen, _ids[id]);
                await Herzie(CatalogiResources.Statustypen, statustype, s => s with { Eigenschappen = [.. s.Eigenschappen, url] });
            }
        }
    }

    private async ValueTask Publiceer<T>(Soort soort, Func<T, T> definitief) where T : class
    {
        if (wijze.AlsConcept) return;
        for (var i = 0; i < archief[soort].Count; i++)
        {
            var een = archief[soort][i];
            if (_bestond.Contains(Id(een)) || een["concept"]?.GetValueKind() != JsonValueKind.False) continue;
            await Met(soort, i, () => Herzie((Resource<T>)soort.Resource, _ids[Id(een)], definitief));
        }
    }

    private async ValueTask Herzie<T>(Resource<T> resource, Guid id, Func<T, T> anders) where T : class
    {
        var rij = (await Rij.Pak(session, resource, id, null))!;
        var oud = Vorm.VanBewaard<T>(rij.Body);
        await Wijzigen.Schrijf(
            session, new Schrijven<T>(resource, aanroep, Actie.PartialUpdate, id, anders(oud), oud, rij.Versie, nu, static _ => "") { Toelichting = "Ingelezen" }, rij, Bereik.Volledig, diensten);
    }

    private async ValueTask<Guid> Maak(Soort soort, JsonObject een, int nummer)
    {
        // In the order of the file, since lists are in the order of the ids.
        var id = Guid.CreateVersion7(nu.AddMilliseconds(_ids.Count));
        _namen.Vervang(soort, een);
        var json = Herschreven(een)!.AsObject();
        if (soort == Soort.Statustype) json["eigenschappen"] = new JsonArray();
        await Met(soort, nummer, () => soort.Resource.Neem(
            session, new Pijplijn.Mutaties.Invoer(soort.Resource, id, JsonSerializer.SerializeToElement(json), [_basis, _eigen], aanroep, nu, MetGebeurtenis: true, MetSpoor: true), diensten));
        _gemaakt[soort.Bestand] = _gemaakt.GetValueOrDefault(soort.Bestand) + 1;
        return _ids[Id(een)] = id;
    }

    /// <summary>With the new ids in the URLs of what was read in already.</summary>
    private JsonNode? Herschreven(JsonNode? node) => node switch
    {
        JsonObject leden => new JsonObject(leden.Where(lid => lid.Key != Archief.Relaties).Select(lid => KeyValuePair.Create(lid.Key, Herschreven(lid.Value)))),
        JsonArray delen => new JsonArray([.. delen.Select(Herschreven)]),
        JsonValue waarde when waarde.TryGetValue<string>(out var tekst) && tekst.StartsWith(_basis + Diensten.Pad(Diensten.Catalogi), StringComparison.Ordinal)
            && Bestandsnamen.IdVan(tekst) is { } id && _ids.TryGetValue(id, out var nieuw) => JsonValue.Create($"{_eigen}{tekst[_basis.Length..tekst.LastIndexOf('/')]}/{nieuw:D}"),
        _ => node?.DeepClone(),
    };

    /// <summary>A rule that refuses says where in the file.</summary>
    private static async ValueTask Met(Soort soort, int nummer, Func<ValueTask> werk)
    {
        try
        {
            await werk();
        }
        catch (ProbleemException fout)
        {
            throw Weiger.Ongeldig([.. fout.Probleem.InvalidParams.Select(veld => veld with { Name = $"{soort.Bestand}.{nummer}.{veld.Name}" })]);
        }
    }

    private static Guid Id(JsonObject een) => Bestandsnamen.IdVan((string?)een["url"]) ?? throw Archief.Ongeldig("Elk object moet een url met een uuid hebben.");

    /// <summary>What stands before the path of the API in the file.</summary>
    private static string Basis(Archief archief)
    {
        var url = archief[Soort.Catalogus] is [var een, ..] ? (string?)een["url"] ?? "" : "";
        var plek = url.IndexOf(Diensten.Pad(Diensten.Catalogi), StringComparison.Ordinal);
        return plek > 0 ? url[..plek] : throw Archief.Ongeldig("Verwachtte Catalogus.json met één catalogus, met zijn url.");
    }
}
