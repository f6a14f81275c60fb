using System.Globalization;
using System.Text.Json;
using Meent.Process.Koppelingen;
using Meent.Process.Motor;
using Meent.Process.Uitvoering;
using Meent.Standards.Processtaat;

namespace Meent.Process.Api;

/// <param name="Activiteit">Id in the model.</param>
internal sealed record Incident(string Activiteit, string Code, string Detail, DateTimeOffset Sinds);

/// <summary>An instance as the API shows it.</summary>
internal sealed record InstantieWeergave(
    Guid Id, string Proces, int Versie, string? Bedrijfssleutel, string Status, DateTimeOffset BegonnenOp, DateTimeOffset? BeeindigdOp,
    IReadOnlyDictionary<string, JsonElement>? Variabelen, IReadOnlyList<string>? OpenTaken, IReadOnlyList<Incident>? Incidenten)
{
    public static InstantieWeergave Kort(Instantie i) => new(i.Id, i.Proces, i.Versie, i.Bedrijfssleutel, i.Status, i.BegonnenOp, i.BeeindigdOp, null, null, null);

    public static InstantieWeergave Van(Lopend lopend)
    {
        var bsns = lopend.Definitie.Koppelingen.Invoer.Where(v => v.Value.Type == Veldtype.Bsn).Select(v => v.Key);
        return Kort(lopend.Bewaard) with
        {
            // Who started it knows the BSN; who reads it has no need of it.
            Variabelen = lopend.Staat.Variabelen.RemoveRange(bsns),
            OpenTaken = [.. lopend.Staat.Tokens.Where(t => t.Wacht == Wacht.Taak).Select(t => TaakWeergave.MaakId(lopend.Bewaard.Id, t.Nummer))],
            Incidenten = [.. lopend.Staat.Tokens.Where(t => t.IsIncident).Select(t => new Incident(t.Element, t.Fout!.Code, t.Fout.Detail, t.Sinds))],
        };
    }
}

/// <summary>A task as the API shows it.</summary>
/// <param name="Variabelen">Those that the link file lets the task show.</param>
/// <param name="Invoer">What is to be filled in.</param>
internal sealed record TaakWeergave(
    string Id, Guid Instantie, string Proces, string? Bedrijfssleutel, string Activiteit, string Naam, string Rol, string Status, string? Behandelaar,
    DateTimeOffset AangemaaktOp, DateTimeOffset? AfgerondOp, IReadOnlyDictionary<string, JsonElement>? Variabelen, IReadOnlyDictionary<string, Invoerveld>? Invoer)
{
    public static TaakWeergave Kort(Taak t) => new(
        MaakId(t.Instantie, t.Nummer), t.Instantie, t.Proces, t.Bedrijfssleutel, t.Activiteit, t.Naam, t.Rol, t.Status, t.Behandelaar,
        t.AangemaaktOp, t.AfgerondOp, null, null);

    public static TaakWeergave Van(Taak taak, Lopend lopend)
    {
        var koppeling = lopend.Definitie.Koppelingen.Taken[taak.Activiteit];
        var tonen = koppeling.Tonen ?? [];
        return Kort(taak) with
        {
            Variabelen = lopend.Staat.Variabelen.Where(v => tonen.Contains(v.Key)).ToDictionary(),
            Invoer = koppeling.Invoer ?? new Dictionary<string, Invoerveld>(),
        };
    }

    /// <summary>A task is a token of its instance: its id names both.</summary>
    public static string MaakId(Guid instantie, long nummer) => string.Create(CultureInfo.InvariantCulture, $"{instantie}.{nummer}");

    public static (Guid Instantie, long Nummer)? LeesId(string id) =>
        id.Split('.') is [var links, var rechts] && Guid.TryParseExact(links, "D", out var instantie) && long.TryParse(rechts, NumberStyles.None, CultureInfo.InvariantCulture, out var nummer)
            ? (instantie, nummer)
            : null;
}

internal sealed record Lijstweergave<T>(IReadOnlyList<T> Resultaten, string? Volgende);
