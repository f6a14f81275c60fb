namespace Meent.Services.Huishoudboekje.Journaal;

/// <summary>Names of the accounts in the ledger.</summary>
internal static class Grootboek
{
    /// <summary>What lies at the bank.</summary>
    public static string Bank(string iban) => $"bank:{iban}";

    /// <summary>What lay there before the first statement that was read in: whose it is, is not known from a statement.</summary>
    public static string Begin(string iban) => $"begin:{iban}";

    /// <summary>What came or went and has no place yet.</summary>
    public static string Ongeboekt(string iban) => $"ongeboekt:{iban}";

    /// <summary>What is kept for a resident.</summary>
    public static string Deelnemer(Guid deelnemer) => $"deelnemer:{deelnemer}";

    /// <summary>What is of nobody, such as the costs of the bank.</summary>
    public static string Rubriek(Guid rubriek) => $"rubriek:{rubriek}";
}

/// <summary>One side of a booking.</summary>
/// <param name="Cent">Debit is positive: more at the bank, or less that is owed to a resident.</param>
internal readonly record struct Post(string Rekening, long Cent);
