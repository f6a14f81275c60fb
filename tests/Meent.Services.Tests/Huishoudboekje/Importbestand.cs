using System.Text.Json;
using Meent.Services.Huishoudboekje.Afspraken;
using Meent.Services.Huishoudboekje.Rubrieken;
using Meent.Testing;

namespace Meent.Services.Tests.Huishoudboekje;

/// <summary>The agreements of the sample export of the existing system, as candidates for a line: by the accounts of their organisation.</summary>
internal sealed class Importbestand
{
    private readonly Dictionary<string, List<Afspraak>> _opIban = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, string> _bsns = [];

    public Importbestand()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Omgeving.Shared("data", "bank", "hhb-sampledata", "import.json")));
        var rekeningen = json.RootElement.GetProperty("organisaties").EnumerateArray().ToDictionary(
            Sleutel, o => o.GetProperty("afdelingen").EnumerateArray().SelectMany(a => a.GetProperty("rekeningen").EnumerateArray()).Select(r => r.GetProperty("iban").GetString()!).ToList());
        foreach (var burger in json.RootElement.GetProperty("burgers").EnumerateArray())
        {
            var deelnemer = Guid.CreateVersion7();
            _bsns[deelnemer] = burger.GetProperty("bsn").GetString()!;
            if (!burger.TryGetProperty("afspraken", out var afspraken)) continue;
            foreach (var a in afspraken.EnumerateArray())
            {
                var ibans = a.TryGetProperty("organisatie", out var organisatie) && organisatie.ValueKind == JsonValueKind.Object
                    ? rekeningen[Sleutel(organisatie)]
                    : burger.GetProperty("rekeningen").EnumerateArray().Select(r => r.GetProperty("iban").GetString()!).ToList();
                var afspraak = new Afspraak
                {
                    Id = Guid.CreateVersion7(),
                    Deelnemer = deelnemer,
                    Richting = a.GetProperty("credit").GetBoolean() ? Richting.Inkomst : Richting.Uitgave,
                    Omschrijving = a.GetProperty("omschrijving").GetString()!,
                    Cent = (long)(a.GetProperty("bedrag").GetDecimal() * 100),
                    Rubriek = Guid.Empty,
                    Tegenrekening = ibans[0],
                    Van = DateOnly.Parse(a.GetProperty("validFrom").GetString()!, null),
                    Tot = a.TryGetProperty("validThrough", out var tot) && tot.ValueKind == JsonValueKind.String ? DateOnly.Parse(tot.GetString()!, null) : null,
                    Zoektermen = a.TryGetProperty("zoektermen", out var termen) ? [.. termen.EnumerateArray().Select(t => t.GetString()!)] : [],
                };
                foreach (var iban in ibans) (_opIban.TryGetValue(iban, out var lijst) ? lijst : _opIban[iban] = []).Add(afspraak);
            }
        }
    }

    public IReadOnlyCollection<Afspraak> Met(string? iban) => iban is not null && _opIban.TryGetValue(iban, out var afspraken) ? afspraken : [];

    public string Bsn(Afspraak afspraak) => _bsns[afspraak.Deelnemer];

    private static string Sleutel(JsonElement organisatie) => organisatie.GetProperty("kvknummer").GetString() + "/" + organisatie.GetProperty("vestigingsnummer").GetString();
}
