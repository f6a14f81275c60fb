using Meent.Standards.Organisaties;

namespace Meent.Services.Huishoudboekje.Deelnemers;

/// <param name="SaldoCent">What the municipality keeps for this resident; below zero is paid ahead.</param>
internal sealed record DeelnemerAntwoord(
    string Url, Guid Id, string Nummer, string Burgerservicenummer, Guid Huishouden, string? Consulent, Deelnemerstatus Status, DateOnly Begin, DateOnly? Einde, Eindreden? Eindreden,
    DateOnly OvereenkomstGetekendOp, DateOnly MachtigingGetekendOp, long VoorschotCent, bool Saldowaarschuwing, string? Zaak, long SaldoCent, string Versie)
{
    public static DeelnemerAntwoord Van(Deelnemer d, long version, long saldo, Organisatie organisatie, DateOnly vandaag) => new(
        organisatie.Url($"deelnemers/{d.Id}"), d.Id, d.Nummer, d.Burgerservicenummer, d.Huishouden, d.Consulent, d.Status(vandaag), d.Begin, d.Einde, d.Eindreden,
        d.OvereenkomstGetekendOp, d.MachtigingGetekendOp, d.VoorschotCent, d.Saldowaarschuwing, d.Zaak, saldo, Rijtabel.ETag(d.Id, version));

    public override string ToString() => Nummer;
}
