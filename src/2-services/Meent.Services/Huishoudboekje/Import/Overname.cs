using Meent.Data.Opslag;
using Meent.Services.Huishoudboekje.Afspraken;
using Meent.Services.Huishoudboekje.Betalingen;
using Meent.Services.Huishoudboekje.Crediteuren;
using Meent.Services.Huishoudboekje.Deelnemers;
using Meent.Services.Huishoudboekje.Rekeningen;
using Meent.Services.Huishoudboekje.Rubrieken;
using Meent.Standards;
using Meent.Standards.Identificaties;

namespace Meent.Services.Huishoudboekje.Import;

/// <summary>
/// What the existing system kept, in this one. An account is taken over as one that a first employee entered: each is confirmed by a second before
/// anything is paid to it. What cannot be taken is told by its place in the file, never by who it is about.
/// </summary>
internal sealed class Overname(Uitvoer uitvoer, TimeProvider klok)
{
    private const string Door = "overgenomen";
    private readonly List<string> _meldingen = [];
    private readonly Dictionary<string, Rubriek> _rubrieken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Guid Id, string Iban)> _crediteuren = new(StringComparer.Ordinal);
    private int _deelnemers, _afspraken, _rekeningen;

    /// <summary>What was taken over, and what was not and why.</summary>
    public IReadOnlyList<string> Meldingen => [.. _meldingen, $"{_deelnemers} deelnemers, {_crediteuren.Count} organisaties, {_afspraken} afspraken en {_rekeningen} rekeningen overgenomen. Namen en adressen komen voortaan uit de BRP; elke rekening moet nog bevestigd worden."];

    public async ValueTask Doe(Session session)
    {
        // A write may be tried again.
        _meldingen.Clear();
        _rubrieken.Clear();
        _crediteuren.Clear();
        (_deelnemers, _afspraken, _rekeningen) = (0, 0, 0);
        await Bankrekening(session);
        await Rubrieken(session);
        foreach (var organisatie in uitvoer.Organisaties) await Organisatie(session, organisatie);
        var huishoudens = (uitvoer.Huishoudens ?? []).Select(h => (Id: Guid.CreateVersion7(), h.Burgers)).SelectMany(h => h.Burgers.Select(b => (b.Bsn, h.Id))).DistinctBy(h => h.Bsn).ToDictionary(h => h.Bsn, h => h.Id);
        foreach (var (i, burger) in uitvoer.Burgers.Index()) await Burger(session, $"burgers[{i}]", burger, huishoudens);
    }

    private async ValueTask Bankrekening(Session session)
    {
        string? Waarde(string sleutel) => uitvoer.Configuraties?.FirstOrDefault(c => c.Key == sleutel)?.Value;
        if (Waarde("derdengeldenrekening_iban") is not { } tekst || !Iban.TryParse(tekst, out var iban)) _meldingen.Add("configuraties: er is geen derdengeldenrekening met een IBAN dat klopt.");
        else await session.Execute("INSERT INTO huishoudboekje_bankrekeningen (iban, naam, bic) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", iban.Tekst, Waarde("derdengeldenrekening_rekeninghouder") ?? "Gemeente", Waarde("derdengeldenrekening_bic"));
    }

    /// <summary>The direction of a rubriek is not in the file: it is that of the agreements that use it, and of one without any that of its code.</summary>
    private async ValueTask Rubrieken(Session session)
    {
        var bekend = (await session.Rubrieken()).ToDictionary(r => r.Grootboekrekening);
        var gebruik = uitvoer.Burgers.SelectMany(b => b.Afspraken ?? []).ToLookup(a => a.Rubriek.Naam, a => a.Credit);
        foreach (var (naam, code) in uitvoer.Rubrieken)
        {
            if (code is null) _meldingen.Add($"rubriek '{naam}': zonder grootboekrekening, niet overgenomen.");
            else if (bekend.TryGetValue(code, out var al)) _rubrieken[naam] = al;
            else
            {
                var inkomst = gebruik[naam].Any() ? gebruik[naam].First() : code.StartsWith("WO", StringComparison.Ordinal);
                var rubriek = _rubrieken[naam] = new Rubriek(Guid.CreateVersion7(), naam, code, inkomst ? Richting.Inkomst : Richting.Uitgave);
                await session.Voeg(rubriek);
            }
        }
    }

    /// <summary>Its departments share their accounts: from whichever of them it pays, it is the same agreement.</summary>
    private async ValueTask Organisatie(Session session, Uitvoer.Organisatie van)
    {
        var crediteur = new Crediteur { Id = Guid.CreateVersion7(), Naam = van.Naam, KvkNummer = van.Kvknummer, Vestigingsnummer = van.Vestigingsnummer };
        if (!await session.Voeg(crediteur))
        {
            _meldingen.Add($"organisatie '{van.Naam}': staat er al, niet overgenomen.");
            return;
        }

        var ibans = new List<string>();
        foreach (var rekening in van.Afdelingen.SelectMany(a => a.Rekeningen ?? [])) await Rekening(session, $"organisatie '{van.Naam}'", crediteur.Id, rekening, ibans);
        _crediteuren[van.Sleutel] = (crediteur.Id, ibans.FirstOrDefault() ?? "");
    }

    private async ValueTask Burger(Session session, string plaats, Uitvoer.Burger van, Dictionary<string, Guid> huishoudens)
    {
        if (!Bsn.TryParse(van.Bsn, out _))
        {
            _meldingen.Add($"{plaats}: het BSN klopt niet, niet overgenomen.");
            return;
        }

        // When somebody began or signed is not in the file; the first day of an agreement is the earliest that is known.
        var begin = (van.Afspraken ?? []).Select(a => a.ValidFrom).DefaultIfEmpty(klok.Vandaag()).Min();
        var id = Guid.CreateVersion7();
        var deelnemer = await session.Voeg(new Deelnemer
        {
            Id = id,
            Nummer = "",
            Burgerservicenummer = van.Bsn,
            Huishouden = huishoudens.GetValueOrDefault(van.Bsn, id),
            Begin = begin,
            OvereenkomstGetekendOp = begin,
            MachtigingGetekendOp = begin,
        });
        if (deelnemer is null)
        {
            _meldingen.Add($"{plaats}: neemt al deel, niet overgenomen.");
            return;
        }

        _deelnemers++;
        var eigen = new List<string>();
        foreach (var rekening in van.Rekeningen ?? []) await Rekening(session, plaats, id, rekening, eigen);
        foreach (var (i, afspraak) in (van.Afspraken ?? []).Index()) await Afspraak(session, $"{plaats}.afspraken[{i}]", id, afspraak, eigen.FirstOrDefault());
    }

    private async ValueTask Rekening(Session session, string plaats, Guid eigenaar, Uitvoer.Rekening van, List<string> gelukt)
    {
        if (!Iban.TryParse(van.Iban, out var iban)) _meldingen.Add($"{plaats}: een IBAN klopt niet, niet overgenomen.");
        else if (await session.Voeg(new Rekening { Id = Guid.CreateVersion7(), Eigenaar = eigenaar, Iban = iban.Tekst, Naam = van.Rekeninghouder, VoorgesteldDoor = Door, VoorgesteldOp = klok.GetUtcNow() }))
        {
            _rekeningen++;
            gelukt.Add(iban.Tekst);
        }
    }

    private async ValueTask Afspraak(Session session, string plaats, Guid deelnemer, Uitvoer.Afspraak van, string? eigen)
    {
        var crediteur = van.Organisatie is { } wie && _crediteuren.TryGetValue(wie.Sleutel, out var gevonden) ? gevonden : ((Guid Id, string Iban)?)null;
        var iban = van.Organisatie is null ? eigen : crediteur?.Iban;
        var reden = !_rubrieken.TryGetValue(van.Rubriek.Naam, out var rubriek) ? "de rubriek bestaat niet"
            : rubriek.Richting == Richting.Inkomst != van.Credit ? "de rubriek heeft de andere richting"
            : string.IsNullOrEmpty(iban) ? "er is geen rekening bij"
            : van.Bedrag * 100 != decimal.Truncate(van.Bedrag * 100) || van.Bedrag <= 0 ? "het bedrag klopt niet"
            : null;
        var schema = van.Betaalinstructie is { } b ? new Schema([.. (b.ByDay ?? []).Select(Weekdag)], b.ByMonth ?? [], b.ByMonthDay ?? [], b.ExceptDates ?? [], Verschuiving.Eerder, b.StartDate == b.EndDate) : null;
        reden ??= schema?.Betaalschema(van.ValidFrom, van.ValidThrough).Fouten().Select(f => f.Reden).FirstOrDefault();
        if (reden is not null)
        {
            _meldingen.Add($"{plaats}: {reden}, niet overgenomen.");
            return;
        }

        _afspraken++;
        await session.Voeg(new Afspraak
        {
            Id = Guid.CreateVersion7(),
            Deelnemer = deelnemer,
            Richting = rubriek!.Richting,
            Omschrijving = van.Omschrijving,
            Cent = (long)(van.Bedrag * 100),
            Rubriek = rubriek.Id,
            Crediteur = crediteur?.Id,
            Tegenrekening = iban!,
            Van = van.ValidFrom,
            Tot = van.ValidThrough,
            Zoektermen = van.Zoektermen ?? [],
            Schema = schema,
        });
    }

    private static int Weekdag(string dag) => Enum.TryParse<DayOfWeek>(dag, ignoreCase: true, out var gelezen) && gelezen != DayOfWeek.Sunday ? (int)gelezen : 7;
}
