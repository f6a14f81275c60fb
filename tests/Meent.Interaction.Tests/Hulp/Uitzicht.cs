using Meent.Standards.Landschap;

namespace Meent.Interaction.Tests.Hulp;

internal sealed class Uitzicht : ILandschap
{
    private const string Duinwaarde = "00000001990000011000";
    private const string Lindewoude = "00000001990000023000";
    private const string Basis = "00000001990000035000";
    private const string Federatie = "00000001990000047000";
    private static readonly string[] Gemeente = ["catalogi", "zaken", "verhuur", "logboek", "verwerkingsregister", "processtaat", "processen", "toegang", "notificaties", "fsc"];

    public ValueTask<Landschapsbeeld> Beeld(CancellationToken stop) => ValueTask.FromResult(new Landschapsbeeld(
        [
            new("duinwaarde", "Gemeente Duinwaarde", Duinwaarde, true, Gemeente, true, [new("registraties", 12), new("meldingen", 48), new("zaken", 12), new("logregels", 1_204)]),
            new("lindewoude", "Gemeente Lindewoude", Lindewoude, true, Gemeente, true, [new("registraties", 3), new("meldingen", 7), new("zaken", 3), new("logregels", 288)]),
            new("basisregistraties", "Stichting Basisregistraties Proeftuin", Basis, false, ["personen", "adressen", "logboek", "verwerkingsregister", "fsc"], true, [new("personen", 1_512), new("adressen", 840), new("logregels", 995)]),
            new("federatie", "Federatie Proeftuin", Federatie, false, ["fsc"], true, []),
        ],
        [
            new("publicatie", "personen", Basis, Federatie, null),
            new("publicatie", "adressen", Basis, Federatie, null),
            new("verbinding", "personen", Basis, Duinwaarde, "Toeristische verhuur registreren"),
            new("verbinding", "personen", Basis, Duinwaarde, "Mijn gegevens inzien"),
            new("verbinding", "adressen", Basis, Duinwaarde, "Toeristische verhuur registreren"),
            new("verbinding", "personen", Basis, Lindewoude, "Toeristische verhuur registreren"),
        ],
        DateTimeOffset.UnixEpoch));
}
