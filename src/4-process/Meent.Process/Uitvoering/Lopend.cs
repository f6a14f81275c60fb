using System.Text.Json;
using System.Text.Json.Serialization;
using Meent.Process.Definities;
using Meent.Process.Motor;
using Meent.Standards.Organisaties;
using Meent.Standards.Processtaat;

namespace Meent.Process.Uitvoering;

/// <summary>An instance in hand: what the bron keeps, and what the engine makes of it.</summary>
internal sealed record Lopend(Organisatie Organisatie, Procesdefinitie Definitie, Instantie Bewaard, Staat Staat)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static Staat LeesStaat(Instantie bewaard) => bewaard.Staat.Deserialize<Staat>(Json)!;

    /// <summary>The record for the bron after a step: state, tasks, and when an engine must look at it.</summary>
    public Instantie Na(Stap stap, Knoop knoop, DateTimeOffset nu)
    {
        var afgelopen = stap.Staat.Status is InstantieStatus.Voltooid or InstantieStatus.Afgebroken;
        // Whoever is to call a connector has the instance; another change leaves it with whom it was.
        var roept = stap.Opdrachten.Any(o => o is Opdracht.RoepDienst);
        return Bewaard with
        {
            Status = JsonSerializer.SerializeToElement(stap.Staat.Status).GetString()!,
            Staat = JsonSerializer.SerializeToElement(stap.Staat, Json),
            GeplandOp = stap.Staat.Tokens.Where(t => t.Wacht == Wacht.Dienst).Min(t => t.Opnieuw),
            Knoop = afgelopen ? null : roept ? knoop.Naam : Bewaard.Knoop,
            Run = afgelopen ? null : roept ? knoop.Run : Bewaard.Run,
            BeeindigdOp = afgelopen ? nu : null,
            Taken = [.. stap.Opdrachten.Select(o => Taak(o, nu)).OfType<Taak>()],
        };
    }

    private Taak? Taak(Opdracht opdracht, DateTimeOffset nu) => opdracht switch
    {
        Opdracht.TaakOpen o => Taak(o.Token, "open", null),
        Opdracht.TaakGewijzigd o => Taak(o.Token, "open", null),
        Opdracht.TaakGesloten o => Taak(o.Token, o.Voltooid ? "voltooid" : "vervallen", nu),
        _ => null,
    };

    private Taak Taak(Token token, string status, DateTimeOffset? afgerond)
    {
        var element = Definitie.Model[token.Element];
        return new Taak
        {
            Instantie = Bewaard.Id,
            Nummer = token.Nummer,
            Proces = Bewaard.Proces,
            Bedrijfssleutel = Bewaard.Bedrijfssleutel,
            Activiteit = element.Id,
            Naam = element.Naam,
            Rol = Definitie.Koppelingen.Taken[element.Id].Rol,
            Status = status,
            Behandelaar = token.Behandelaar,
            AangemaaktOp = token.Sinds,
            AfgerondOp = afgerond,
        };
    }
}
