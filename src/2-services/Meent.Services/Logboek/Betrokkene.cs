using Meent.Standards.Identificaties;
using Meent.Standards.Logboek;

namespace Meent.Services.Logboek;

/// <summary>A data subject by its plain identifier, on the way to its pseudonym. Its text form is masked.</summary>
/// <param name="Type">BSN, KVK …</param>
internal readonly record struct Betrokkene(string Type, string Waarde)
{
    public static Betrokkene Van(Bsn bsn) => new(LogboekAttributen.Bsn, bsn.Cijfers);

    public override string ToString() => $"{Type} *********";
}
