using Meent.Standards.Problemen;

namespace Meent.Services.Zaakgericht.Vernietiging;

/// <summary>Who may take a list a step further: always someone who did not take the step before.</summary>
internal static class Beoordeling
{
    public static Vernietigingslijst DienIn(Vernietigingslijst lijst)
    {
        Eis(lijst, Lijststand.Concept);
        return lijst with { Stand = Lijststand.TerBeoordeling, Toelichting = "" };
    }

    public static Vernietigingslijst Beoordeel(Vernietigingslijst lijst, Oordeel oordeel, string wie, DateTimeOffset nu)
    {
        Eis(lijst, Lijststand.TerBeoordeling);
        VierOgen(wie, lijst.Opsteller);
        return oordeel.Akkoord
            ? lijst with { Stand = Lijststand.TerVaststelling, Behandelaar = wie, Beoordeeld = nu, Toelichting = oordeel.Toelichting ?? "" }
            : Terug(lijst, oordeel);
    }

    public static Vernietigingslijst StelVast(Vernietigingslijst lijst, Oordeel oordeel, string wie, DateTimeOffset nu)
    {
        Eis(lijst, Lijststand.TerVaststelling);
        VierOgen(wie, lijst.Opsteller, lijst.Behandelaar!);
        return oordeel.Akkoord
            ? lijst with { Stand = Lijststand.Vastgesteld, Archivaris = wie, Vastgesteld = nu, Toelichting = oordeel.Toelichting ?? "" }
            : Terug(lijst, oordeel);
    }

    /// <exception cref="ProbleemException">409: the list is not where this step begins.</exception>
    public static void Eis(Vernietigingslijst lijst, Lijststand stand)
    {
        if (lijst.Stand != stand) throw new ProbleemException(new Probleem(409, "verkeerde-stand", "Dit kan niet bij de stand van de lijst.", $"De lijst is {lijst.Stand}; deze stap hoort bij {stand}."));
    }

    private static Vernietigingslijst Terug(Vernietigingslijst lijst, Oordeel oordeel) => string.IsNullOrWhiteSpace(oordeel.Toelichting)
        ? throw new ProbleemException(new Probleem(400, "invalid", "Geef een toelichting.") { InvalidParams = [new OngeldigVeld("toelichting", "required", "Wie niet akkoord gaat, zegt waarom.")] })
        : lijst with { Stand = Lijststand.Concept, Behandelaar = null, Beoordeeld = null, Toelichting = oordeel.Toelichting };

    private static void VierOgen(string wie, params IReadOnlyList<string> eerder)
    {
        if (eerder.Contains(wie)) throw new ProbleemException(new Probleem(403, "vier-ogen", "Een ander moet dit doen.", "Wie een lijst opstelde of beoordeelde, kan de volgende stap niet zelf zetten."));
    }
}

/// <summary>What a reviewer decides.</summary>
internal sealed record Oordeel(bool Akkoord, string? Toelichting);
