using Meent.Process.Bpmn;

namespace Meent.Process.Motor;

/// <summary>
/// The engine as a pure function: model, state and event give a new state and what is to be done. It reads no clock, sends nothing and keeps nothing,
/// so every interleaving can be tested, and an event can be applied again to a newer state when another writer came first.
/// </summary>
internal static class Engine
{
    /// <summary>How long whoever calls a connector has it to itself; after that another may take over.</summary>
    public static readonly TimeSpan Greep = TimeSpan.FromSeconds(60);

    /// <exception cref="GebeurtenisPastNiet">The event does not fit the state.</exception>
    public static Stap Verwerk(Procesmodel model, Staat staat, Gebeurtenis gebeurtenis, DateTimeOffset nu)
    {
        if (staat.Status is InstantieStatus.Voltooid or InstantieStatus.Afgebroken)
            throw new GebeurtenisPastNiet("instantie-afgelopen", "De procesinstantie is al afgelopen.");
        var beweging = new Beweging(model, staat, nu);
        switch (gebeurtenis)
        {
            case Gebeurtenis.Begonnen:
                beweging.Betreed(model.Start, null);
                break;
            case Gebeurtenis.DienstHervat e:
                beweging.Hervat(Dienst(staat, e.Nummer, e.Pogingen));
                break;
            case Gebeurtenis.DienstGelukt e:
                beweging.Neem(Dienst(staat, e.Nummer));
                beweging.Onthoud(e.Resultaat);
                beweging.Verlaat(model[Dienst(staat, e.Nummer).Element]);
                break;
            case Gebeurtenis.DienstMislukt e:
                beweging.Vervang(Dienst(staat, e.Nummer) with { Fout = e.Fout, Opnieuw = e.Opnieuw });
                break;
            case Gebeurtenis.TaakGeclaimd e:
                beweging.Claim(Taak(staat, e.Nummer, e.Behandelaar), e.Behandelaar);
                break;
            case Gebeurtenis.TaakVoltooid e:
                var taak = Taak(staat, e.Nummer, e.Behandelaar);
                beweging.Voltooi(taak with { Behandelaar = e.Behandelaar ?? taak.Behandelaar });
                beweging.Onthoud(e.Variabelen);
                beweging.Verlaat(model[taak.Element]);
                break;
            case Gebeurtenis.IncidentenHervat:
                foreach (var token in staat.Tokens.Where(t => t.IsIncident)) beweging.Herstel(token);
                break;
            case Gebeurtenis.Afgebroken e:
                beweging.BreekAf(e.Reden);
                break;
        }
        return beweging.Stap();
    }

    private static Token Dienst(Staat staat, long nummer) =>
        staat.Token(nummer) is { Wacht: Wacht.Dienst } token ? token : throw new GebeurtenisPastNiet("dienst-afgerond", "De dienst is al door een ander afgerond.");

    private static Token Dienst(Staat staat, long nummer, int pogingen) =>
        Dienst(staat, nummer) is { IsIncident: false } token && token.Pogingen == pogingen
            ? token
            : throw new GebeurtenisPastNiet("dienst-bezet", "De dienst wordt al door een ander aangeroepen.");

    private static Token Taak(Staat staat, long nummer, string? behandelaar)
    {
        if (staat.Token(nummer) is not { Wacht: Wacht.Taak } token) throw new GebeurtenisPastNiet("taak-gesloten", "De taak is niet meer open.");
        return token.Behandelaar is null || behandelaar is null || token.Behandelaar == behandelaar
            ? token
            : throw new GebeurtenisPastNiet("taak-van-ander", "De taak is door een ander in behandeling genomen.");
    }
}
