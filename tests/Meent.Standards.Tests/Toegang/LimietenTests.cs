using Meent.Standards.Problemen;
using Meent.Standards.Toegang;

namespace Meent.Standards.Tests.Toegang;

public sealed class LimietenTests
{
    [Fact]
    public void A_client_that_asks_too_much_is_told_when_to_come_back_and_another_is_not_in_its_way()
    {
        using var limieten = new Limieten(new() { PerClient = 1 });
        for (var keer = 0; keer < 2; keer++) limieten.Neem("duinwaarde", "druk");

        var teVeel = Assert.Throws<ProbleemException>(() => limieten.Neem("duinwaarde", "druk")).Probleem;

        Assert.Equal((429, "tooManyRequests", 1), (teVeel.Status, teVeel.Code, teVeel.RetryAfter));
        limieten.Neem("duinwaarde", "rustig");
        limieten.Neem("lindewoude", "druk");
        limieten.Neem("duinwaarde", null);
    }

    [Fact]
    public void All_together_count_for_the_organisation_and_who_was_refused_does_not()
    {
        using var limieten = new Limieten(new() { PerClient = 1, PerOrganisatie = 2 });
        for (var keer = 0; keer < 2; keer++) limieten.Neem("duinwaarde", "druk");
        for (var keer = 0; keer < 5; keer++) Assert.Throws<ProbleemException>(() => limieten.Neem("duinwaarde", "druk"));
        for (var keer = 0; keer < 2; keer++) limieten.Neem("duinwaarde", null);

        Assert.Throws<ProbleemException>(() => limieten.Neem("duinwaarde", null));
        limieten.Neem("lindewoude", null);
    }

    [Fact]
    public void Without_a_limit_everybody_is_let_in()
    {
        using var limieten = new Limieten(LimietOpties.Geen);
        for (var keer = 0; keer < 100_000; keer++) limieten.Neem("duinwaarde", "druk");
    }
}
