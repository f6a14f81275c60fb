using System.Globalization;
using Meent.Services.Verhuur.Registraties;

namespace Meent.Services.Verhuur.Meldingen;

/// <summary>Which reports are asked for; a status is a question about the calendar.</summary>
internal sealed record Meldingfilter(Registratienummer? Nummer, string? Woonruimte, Meldingstatus? Status, DateOnly Vandaag)
{
    public (string Waar, object?[] Args) Sql()
    {
        var voorwaarden = new List<string>();
        var args = new List<object?>();
        string Arg(object? waarde)
        {
            args.Add(waarde);
            return string.Create(CultureInfo.InvariantCulture, $"${args.Count}");
        }

        if (Nummer is { } nummer) voorwaarden.Add($"m.registratie = (SELECT id FROM verhuur_registraties WHERE nummer = {Arg(nummer.Waarde)})");
        if (Woonruimte is not null) voorwaarden.Add($"m.woonruimte = {Arg(Woonruimte)}");
        if (Status is { } status)
        {
            voorwaarden.Add(status == Meldingstatus.Geannuleerd ? "m.geannuleerd IS NOT NULL" : "m.geannuleerd IS NULL");
            if (status == Meldingstatus.Gepland) voorwaarden.Add($"m.aankomst > {Arg(Vandaag)}");
            if (status == Meldingstatus.Lopend) voorwaarden.Add($"m.aankomst <= {Arg(Vandaag)} AND m.vertrek > {Arg(Vandaag)}");
            if (status == Meldingstatus.Afgelopen) voorwaarden.Add($"m.vertrek <= {Arg(Vandaag)}");
        }

        return (voorwaarden.Count == 0 ? "" : "WHERE " + string.Join(" AND ", voorwaarden), [.. args]);
    }
}
