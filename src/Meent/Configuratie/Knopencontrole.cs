using System.Net;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;

namespace Meent.Configuratie;

/// <summary>Finds what is wrong with the division of modules over nodes: each module that one here calls must be here, or its node be named.</summary>
internal static class Knopencontrole
{
    private const string Sleutel = "Meent:Knoop";

    public static void Controleer(MeentOptions opties, List<Configuratiefout> fouten)
    {
        var (luister, elders) = (opties.Knoop.Luister, opties.Knoop.Elders);
        if (luister is not null && !(IsAdres(luister, out var adres) && IPAddress.TryParse(adres.Host, out _)))
            fouten.Add(new($"{Sleutel}:Luister", $"'{luister}' is geen adres om op te luisteren, zoals https://0.0.0.0:8444."));
        foreach (var (module, waar) in elders)
        {
            if (!Modules.Alle.Contains(module)) fouten.Add(new($"{Sleutel}:Elders:{module}", $"is geen module; kies uit {string.Join(", ", Modules.Alle)}."));
            else if (opties.Heeft(module)) fouten.Add(new($"{Sleutel}:Elders:{module}", "deze node bedient die module zelf."));
            if (!IsAdres(waar, out _)) fouten.Add(new($"{Sleutel}:Elders:{module}", $"'{waar}' is geen adres van een node, zoals https://node-2:8444."));
        }

        foreach (var module in Modules.Alle.Where(m => !opties.Heeft(m) && !elders.ContainsKey(m)))
        {
            if (Modules.Alle.FirstOrDefault(m => opties.Heeft(m) && Modules.Nodig(m).Contains(module)) is { } wie)
                fouten.Add(new($"{Sleutel}:Elders:{module}", $"ontbreekt: module {wie} van deze node roept {module} aan."));
        }

        // Each node would make a main key of its own, and then not know the others.
        if ((luister is not null || elders.Count > 0) && opties.Hoofdsleutel is null)
            fouten.Add(new("Meent:Hoofdsleutel", "ontbreekt: nodes kennen elkaar aan dezelfde hoofdsleutel."));
    }

    private static bool IsAdres(string tekst, out Uri adres) => Uri.TryCreate(tekst, UriKind.Absolute, out adres!) && adres is { Scheme: "https", AbsolutePath: "/", Query: "" };
}
