using Meent.Services.EigenApi;
using Meent.Standards.Identificaties;

namespace Meent.Services.Huishoudboekje.Deelnemers;

/// <summary>What is asked of who begins, changes or ends a participation.</summary>
internal static class DeelnemerInvoer
{
    /// <summary>Utrecht pays up to 1,500 euro ahead; ten times that is a mistake.</summary>
    private const int MaxVoorschot = 1_500_000;

    public static Deelnemer Begin(Invoer invoer, DateOnly vandaag)
    {
        var id = Guid.CreateVersion7();
        var bsn = invoer.Verplicht("burgerservicenummer", tekst => Bsn.TryParse(tekst, out _), "Een burgerservicenummer van negen cijfers dat klopt.");
        var deelnemer = new Deelnemer
        {
            Id = id,
            Nummer = "",
            Burgerservicenummer = bsn,
            Begin = invoer.Datum("begin"),
            OvereenkomstGetekendOp = Getekend("overeenkomstGetekendOp"),
            MachtigingGetekendOp = Getekend("machtigingGetekendOp"),
            Huishouden = invoer.OptioneleSleutel("huishouden") ?? id,
            Consulent = invoer.Optioneel("consulent", 100),
            VoorschotCent = invoer.OptioneelGetal("voorschotCent", 0, MaxVoorschot) ?? 0,
            Zaak = invoer.Optioneel("zaak", 1000),
        };
        invoer.Klaar();
        return deelnemer;

        DateOnly Getekend(string veld)
        {
            var dag = invoer.Datum(veld);
            if (dag > vandaag) invoer.Fout(veld, "invalid", "Dit is nog niet getekend.");
            return dag;
        }
    }

    public static Deelnemer Wijzig(Invoer invoer, Deelnemer van)
    {
        var naar = van with
        {
            Huishouden = invoer.OptioneleSleutel("huishouden") ?? van.Id,
            Consulent = invoer.Optioneel("consulent", 100),
            VoorschotCent = invoer.Getal("voorschotCent", 0, MaxVoorschot),
            Saldowaarschuwing = invoer.Vlag("saldowaarschuwing"),
            Zaak = invoer.Optioneel("zaak", 1000),
        };
        invoer.Klaar();
        return naar;
    }

    public static (DateOnly Einde, Eindreden Reden) Einde(Invoer invoer)
    {
        var gelezen = (invoer.Datum("einde"), invoer.Keuze<Eindreden>("reden"));
        invoer.Klaar();
        return gelezen;
    }

    public static (string Bsn, Deelvraag Deel) Zoek(Invoer invoer)
    {
        var bsn = invoer.Verplicht("burgerservicenummer", tekst => Bsn.TryParse(tekst, out _), "Een burgerservicenummer van negen cijfers dat klopt.");
        var deel = new Deelvraag(invoer.OptioneelGetal("page", 1, 1_000_000) ?? 1, invoer.OptioneelGetal("pageSize", 1, 500) ?? 100);
        invoer.Klaar();
        return (bsn, deel);
    }
}
