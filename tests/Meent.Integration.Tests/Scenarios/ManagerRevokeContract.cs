using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Tests.Fsc;

namespace Meent.Integration.Tests.Scenarios;

/// <summary>FSC test suite, Manager-RevokeContract.</summary>
[Collection(ProeftuinCollectie.Naam)]
public sealed class ManagerRevokeContract(Proeftuin proeftuin) : HandtekeningScenario(proeftuin)
{
    private protected override HandtekeningSoort Soort => HandtekeningSoort.Revoke;

    [Fact]
    public Task Manager_RevokeContract_1_signature_is_placed() => Geplaatst();

    [Fact]
    public Task Manager_RevokeContract_2_peer_is_no_party() => Geen_partij();

    [Fact]
    public Task Manager_RevokeContract_3_signature_is_no_JWS() => Geen_JWS();

    [Fact]
    public Task Manager_RevokeContract_4_signature_is_over_other_content() => Andere_inhoud();

    [Fact]
    public Task Manager_RevokeContract_5_signature_is_of_another_type() => Andere_soort();

    [Fact]
    public Task Manager_RevokeContract_6_hash_in_the_address_is_of_other_content() => Andere_hash_in_adres();

    [Fact]
    public Task Manager_RevokeContract_7_unknown_algorithm() => Onbekend_algoritme();
}
