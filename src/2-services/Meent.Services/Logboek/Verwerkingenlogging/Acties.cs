using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Verwerkingsregister;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;
using Meent.Standards.Organisaties;

namespace Meent.Services.Logboek.Verwerkingenlogging;

/// <summary>Actions as records, and back: one record an object, the identity of the verwerking as the trace, the employee in the audit log.</summary>
internal sealed class Acties(Stores stores, Pseudoniemen pseudoniemen, Bewaartermijnen termijnen, Doelen doelen, Actieweergave weergave, TimeProvider klok)
{
    private static readonly JsonSerializerOptions ZonderLeeg = new(Bronnen.Json) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <exception cref="Standards.Problemen.ProbleemException">404: there is no such action, or it lapsed.</exception>
    public async Task<IReadOnlyList<BewaardeLogregel>> Regels(Organisatie organisatie, Guid actieId, CancellationToken stop)
    {
        var regels = await (await stores.Get(organisatie)).Read(async session =>
        {
            if (Regelnummers.Van(actieId) is { } nummer) return await session.Logregel(nummer) is { } een ? [een] : [];
            return await session.Actie(actieId) is { } plek ? await session.Actieregels(plek.Trace, plek.Span) : [];
        }, stop);
        return regels.Count > 0 ? regels : throw Weiger.NietGevonden();
    }

    /// <param name="bekend">The plain identifier of a pseudonym, as far as the request named it.</param>
    public async Task<(JsonObject Json, string Vertrouwelijkheid)> Toon(
        Organisatie organisatie, Guid actieId, IReadOnlyList<BewaardeLogregel> regels, IReadOnlyDictionary<string, string>? bekend, CancellationToken stop)
    {
        var beelden = new List<Actiebeeld>();
        foreach (var bewaard in regels) beelden.Add(await weergave.Van(organisatie, bewaard, bewaard.Regel.Betrokkene is { } wie ? bekend?.GetValueOrDefault(wie.Tekst) : null));
        var json = beelden[0].Met(beelden.Select(beeld => beeld.Object));
        var audit = await (await stores.Get(organisatie)).Read(session => session.AuditVan(regels[0].Regel.Spoor.Trace), stop);
        if (audit.FindLast(regel => regel.Handeling == Handeling(actieId)) is { } wat) json["gebruiker"] = wat.Gebruiker;
        return (json, beelden[0].Vertrouwelijkheid);
    }

    /// <summary>Writes an action, or a new version of it.</summary>
    public async Task<JsonObject> Bewaar(Organisatie organisatie, Guid actieId, IReadOnlyList<BewaardeLogregel> oud, Verwerkingsactie actie, CancellationToken stop)
    {
        var activiteit = await Activiteit(organisatie, actie);
        var trace = actie.VerwerkingId is { } verwerking ? ActivityTraceId.CreateFromString(verwerking.ToString("N")) : (oud.Count > 0 ? oud[0].Regel.Spoor.Trace : ActivityTraceId.CreateRandom());
        var span = ActivitySpanId.CreateRandom();
        var objecten = actie.VerwerkteObjecten!;
        var velden = Velden(organisatie, actieId, actie);
        var regels = objecten.Select(o => Regel(organisatie, actie, activiteit, velden, o,
            objecten.Count == 1 ? new Spoor(trace, span, null) : new Spoor(trace, ActivitySpanId.CreateRandom(), span))).ToList();
        if (regels.Count == 0) regels.Add(Regel(organisatie, actie, activiteit, velden, null, new Spoor(trace, span, null)));
        await (await stores.Get(organisatie)).Write(async session =>
        {
            if (actie.Gebruiker is { Length: > 0 } gebruiker) await session.Audit(new Auditregel(trace, gebruiker, Handeling(actieId), activiteit, null, null, klok.GetUtcNow()));
            return await session.BewaarActie(actieId, oud, trace, span, regels);
        }, stop);
        var bekend = objecten.Select(o => KeyValuePair.Create(pseudoniemen.Van(organisatie, o.Type, o.ObjectId!).Tekst, o.ObjectId!)).ToDictionary();
        return (await Toon(organisatie, actieId, await Regels(organisatie, actieId, stop), bekend, stop)).Json;
    }

    /// <summary>Changes the term or the confidentiality of all actions of a verwerking, in one transaction.</summary>
    public async Task Wijzig(Actierechten rechten, Guid verwerking, Actiewijziging wijziging, CancellationToken stop)
    {
        var organisatie = rechten.Aanroep.Organisatie;
        var trace = ActivityTraceId.CreateFromString(verwerking.ToString("N"));
        var store = await stores.Get(organisatie);
        var acties = await store.Read(session => session.Acties(trace), stop);
        if (acties.Count == 0) throw Weiger.NietGevonden();
        var versies = new List<(Guid Id, IReadOnlyList<BewaardeLogregel> Oud, ActivitySpanId Span, List<Logregel> Nieuw)>();
        foreach (var id in acties)
        {
            var oud = await Regels(organisatie, id, stop);
            rechten.Vereis((await Toon(organisatie, id, oud, null, stop)).Vertrouwelijkheid);
            var span = ActivitySpanId.CreateRandom();
            versies.Add((id, oud, span, [.. oud.Select(bewaard => Anders(bewaard.Regel, wijziging, oud.Count == 1 ? new Spoor(trace, span, null) : new Spoor(trace, ActivitySpanId.CreateRandom(), span)))]));
        }

        await store.Write(async session =>
        {
            foreach (var (id, oud, span, nieuw) in versies) await session.BewaarActie(id, oud, trace, span, nieuw);
            return true;
        }, stop);
    }

    public async Task Verval(Organisatie organisatie, Guid actieId, IReadOnlyList<BewaardeLogregel> regels, CancellationToken stop) =>
        await (await stores.Get(organisatie)).Write(session => session.VervalActie(actieId, regels, klok.GetUtcNow()), stop);

    private static string Handeling(Guid actieId) => $"verwerkingsactie {actieId}";

    private Logregel Regel(Organisatie organisatie, Verwerkingsactie actie, string activiteit, JsonObject velden, VerwerktObject? wie, Spoor spoor)
    {
        var eigen = velden.DeepClone().AsObject();
        if (wie is not null) eigen["object"] = JsonSerializer.SerializeToNode(wie with { ObjectId = null }, ZonderLeeg);
        var attributen = new JsonObject { [Actieweergave.Sleutel] = eigen };
        if (wie?.VerwerkteSoortenGegevens is { Count: > 0 } soorten) attributen[LogboekAttributen.Gegevens] = string.Join(' ', soorten.Select(soort => soort.SoortGegeven!.Replace(' ', '-')));
        if (actie.VerwerkingsactiviteitUrlAfnemer is { } doel) attributen[LogboekAttributen.DoelAanroeper] = doel;
        return new Logregel
        {
            Spoor = spoor,
            Activiteit = activiteit,
            Bewaartermijn = Bewaartermijnen.Vorm(actie.Bewaartermijn) ?? termijnen.Van(organisatie, activiteit, actie.Tijdstip!.Value),
            Naam = new[] { actie.ActieNaam, actie.HandelingNaam, actie.VerwerkingNaam }.FirstOrDefault(naam => !string.IsNullOrWhiteSpace(naam)) ?? "Gegevens gebruikt",
            Begin = actie.Tijdstip!.Value,
            Einde = actie.Tijdstip!.Value,
            Betrokkene = wie is null ? null : pseudoniemen.Van(organisatie, wie.Type, wie.ObjectId!),
            Aanroeper = actie is { SoortAfnemerId: "OIN", AfnemerId: { Length: > 0 } oin } ? $"urn:nld:oin:{oin}" : null,
            Attributen = attributen.ToJsonString(Bronnen.Json),
            Systeem = actie.Systeem is null ? null : JsonSerializer.Serialize(new Dictionary<string, string> { ["service.name"] = actie.Systeem }),
        };
    }

    private static Logregel Anders(Logregel regel, Actiewijziging wijziging, Spoor spoor)
    {
        var attributen = JsonNode.Parse(regel.Attributen!)!.AsObject();
        var velden = attributen[Actieweergave.Sleutel]!;
        if (wijziging.Bewaartermijn is { } termijn) velden["bewaartermijn"] = termijn;
        if (wijziging.Vertrouwelijkheid is { } vertrouwelijkheid) velden["vertrouwelijkheid"] = vertrouwelijkheid;
        return regel with { Spoor = spoor, Attributen = attributen.ToJsonString(Bronnen.Json), Bewaartermijn = Bewaartermijnen.Vorm(wijziging.Bewaartermijn) ?? regel.Bewaartermijn };
    }

    /// <summary>The fields as they are kept: without the persons, and without the employee.</summary>
    private JsonObject Velden(Organisatie organisatie, Guid actieId, Verwerkingsactie actie)
    {
        var kaal = actie with { Gebruiker = null, VerwerkteObjecten = null, Vertrouwelijkheid = actie.Vertrouwelijkheid ?? Verwerkingsactie.Normaal };
        // Who receives may be a person too.
        if (kaal is { SoortAfnemerId: LogboekAttributen.Bsn, AfnemerId: { Length: > 0 } bsn }) kaal = kaal with { AfnemerId = pseudoniemen.Van(organisatie, LogboekAttributen.Bsn, bsn).Tekst };
        var velden = JsonSerializer.SerializeToNode(kaal, ZonderLeeg)!.AsObject();
        velden["actieId"] = actieId.ToString();
        velden["tijdstipRegistratie"] = klok.GetUtcNow().Lokaal().ToString("O");
        return velden;
    }

    private async ValueTask<string> Activiteit(Organisatie organisatie, Verwerkingsactie actie)
    {
        if (actie.VerwerkingsactiviteitUrl is { } url) return url;
        var gevonden = (await doelen.Versies(organisatie)).SelectMany(versies => versies).FirstOrDefault(versie => versie.Id == actie.VerwerkingsactiviteitId);
        return gevonden?.Uri ?? throw Weiger.Ongeldig("verwerkingsactiviteitId", "does_not_exist", "Het verwerkingsregister kent deze verwerkingsactiviteit niet.");
    }
}
