namespace Meent.Services.Klantinteracties;

/// <summary>Paths of the resources: constants, since the declarations refer to each other.</summary>
internal static class Klantpaden
{
    private const string Basis = "/klantinteracties/api/v1/";

    public const string Actoren = Basis + "actoren";
    public const string Betrokkenen = Basis + "betrokkenen";
    public const string Bijlagen = Basis + "bijlagen";
    public const string Categorieen = Basis + "categorieen";
    public const string CategorieRelaties = Basis + "categorie-relaties";
    public const string DigitaleAdressen = Basis + "digitaleadressen";
    public const string InterneTaken = Basis + "internetaken";
    public const string Klantcontacten = Basis + "klantcontacten";
    public const string Onderwerpobjecten = Basis + "onderwerpobjecten";
    public const string Partijen = Basis + "partijen";
    public const string Rekeningnummers = Basis + "rekeningnummers";
}
