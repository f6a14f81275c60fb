using Meent.Standards.Beheer;
using Microsoft.Extensions.Configuration;

namespace Meent.Services.Zaakgericht.Invoer;

/// <summary>What a bulk import leaves besides the data, as the administrator chooses: <c>--set Meent:Invoer:Gebeurtenissen=true</c>.</summary>
internal sealed class Invoerkeuze(IConfiguration configuratie) : IConfiguratieControle
{
    private const string Wortel = "Meent:Invoer";

    public string Sectie => "Invoer";

    /// <summary>Whether subscribers hear of each line; by default not, they would take old zaken for new ones.</summary>
    public bool Gebeurtenissen => configuratie.GetValue($"{Wortel}:{nameof(Gebeurtenissen)}", false);

    /// <summary>Whether the audit trail of each resource begins with its import.</summary>
    public bool Audittrail => configuratie.GetValue($"{Wortel}:{nameof(Audittrail)}", true);

    public IEnumerable<Configuratiefout> Fouten()
    {
        foreach (var een in configuratie.GetSection(Wortel).GetChildren())
        {
            if (een.Key is not (nameof(Gebeurtenissen) or nameof(Audittrail))) yield return new(een.Path, $"bestaat niet; kies uit {nameof(Gebeurtenissen)}, {nameof(Audittrail)}.");
            else if (!bool.TryParse(een.Value, out _)) yield return new(een.Path, "is true of false.");
        }
    }
}
