using System.Security.Cryptography;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Tests.Fsc;

namespace Meent.Integration.Tests.Scenarios;

/// <summary>FSC test suite, Manager-AcceptContract.</summary>
[Collection(ProeftuinCollectie.Naam)]
public sealed class ManagerAcceptContract(Proeftuin proeftuin) : HandtekeningScenario(proeftuin)
{
    private protected override HandtekeningSoort Soort => HandtekeningSoort.Accept;

    [Fact]
    public Task Manager_AcceptContract_1_signature_is_placed() => Geplaatst();

    [Fact]
    public Task Manager_AcceptContract_2_peer_is_no_party() => Geen_partij();

    [Fact]
    public Task Manager_AcceptContract_3_signature_is_no_JWS() => Geen_JWS();

    [Fact]
    public Task Manager_AcceptContract_4_signature_is_over_other_content() => Andere_inhoud();

    [Fact]
    public Task Manager_AcceptContract_5_signature_is_of_another_type() => Andere_soort();

    [Fact]
    public Task Manager_AcceptContract_6_hash_in_the_address_is_of_other_content() => Andere_hash_in_adres();

    [Fact]
    public Task Manager_AcceptContract_7_unknown_algorithm() => Onbekend_algoritme();

    [Fact]
    public Task Manager_AcceptContract_8_signed_with_RSA() => Getekend(RSA.Create(2048));

    [Fact]
    public Task Manager_AcceptContract_9_signed_with_ECDSA() => Getekend(ECDsa.Create(ECCurve.NamedCurves.nistP521));
}
