namespace Meent.Data.Modellen.Zaken;

/// <summary>What belongs to one zaak, bears its type and level, and goes with it.</summary>
public interface IZaakdeel
{
    /// <summary>URL of the zaak.</summary>
    string Zaak { get; }
}
