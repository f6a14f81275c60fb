using System.Diagnostics.CodeAnalysis;

namespace Meent.Standards.Identificaties;

/// <summary>Rechtspersonen en Samenwerkingsverbanden Informatienummer: nine digits that pass the eleven test.</summary>
public readonly record struct Rsin(string Waarde)
{
    public static bool IsGeldig([NotNullWhen(true)] string? tekst) => tekst is not null && Elfproef.Klopt(tekst);

    public override string ToString() => Waarde;
}
