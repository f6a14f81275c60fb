using Meent.Data.Modellen.Autorisaties;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Zaakgericht.Autorisaties;

/// <summary>The Autorisaties API 1.1.0, and rights beside it that hold for every version of a type.</summary>
internal static class AutorisatiesResources
{
    public const string Lezen = "autorisaties.lezen";
    public const string Bijwerken = "autorisaties.bijwerken";
    public const string Kanaal = "autorisaties";

    public static readonly Resource<Applicatie> Applicaties = new()
    {
        Naam = "applicatie",
        Meervoud = "applicaties",
        Dienst = Diensten.Autorisaties,
        ApiVersie = "1.1.0",
        Tabel = "zaakgericht_applicaties",
        ScopeLezen = Lezen,
        ScopeAanmaken = Bijwerken,
        ScopeBijwerken = Bijwerken,
        ScopeVerwijderen = Bijwerken,
        BepaaltRechten = true,
        Kolommen = [],
        Kinderen = () => [new(Rechten!, "applicatie")],
        Weergave = a => a.Label,
        Filters =
        [
            Filter.In("clientIds", "client_id") with { Binnen = "EXISTS (SELECT 1 FROM zaakgericht_applicatie_clients x WHERE x.applicatie = t.id AND {0})" },
        ],
        Regels = ApplicatieRegels.Applicatie,
        Gevolgen = ApplicatieRegels.NaApplicatie,
        Melding = (schrijven, _) => ValueTask.FromResult(new Melding(Kanaal, EigenUrls.Van(schrijven.Resource.Pad, schrijven.Id), schrijven.Versie, new Dictionary<string, string>())),
    };

    public static readonly Resource<Recht> Rechten = new()
    {
        Naam = "recht",
        Meervoud = "rechten",
        Dienst = Diensten.Rechten,
        ApiVersie = "1.0.0",
        Tabel = "zaakgericht_rechten",
        ScopeLezen = Lezen,
        ScopeAanmaken = Bijwerken,
        ScopeBijwerken = Bijwerken,
        ScopeVerwijderen = Bijwerken,
        BepaaltRechten = true,
        Onveranderlijk = new HashSet<string> { "applicatie" },
        Kolommen = [new("applicatie", r => EigenUrls.Id(r.Applicatie, Applicaties.Pad))],
        Weergave = r => $"{r.Component} {r.Type}".TrimEnd(),
        Filters = [Filter.Verwijzing("applicatie", "applicatie", Applicaties.Pad)],
        Regels = RechtRegels.Recht,
        Melding = RechtRegels.Melding,
    };
}
