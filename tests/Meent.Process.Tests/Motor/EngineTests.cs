using Meent.Process.Motor;

namespace Meent.Process.Tests.Motor;

public sealed class EngineTests
{
    [Fact]
    public void Service_and_user_tasks_wait_and_manual_tasks_do_not()
    {
        var proef = Proef.Begin("start s, manual m, service a, task t, user u, end e", "s>m, m>a, a>t, t>u, u>e");
        Assert.Equal("a", proef.Waar);
        Assert.IsType<Opdracht.RoepDienst>(Assert.Single(proef.Opdrachten));

        proef.Voltooi("a", new { nummer = 7 });
        Assert.Equal("u", proef.Waar);
        Assert.IsType<Opdracht.TaakOpen>(Assert.Single(proef.Opdrachten));
        Assert.Equal(7, proef.Staat.Variabelen["nummer"].GetInt32());

        proef.Voltooi("u");
        Assert.Equal(InstantieStatus.Voltooid, proef.Staat.Status);
        Assert.True(Assert.IsType<Opdracht.TaakGesloten>(Assert.Single(proef.Opdrachten)).Voltooid);
    }

    [Theory]
    [InlineData(1, "a")]
    [InlineData(5, "b")]
    [InlineData(9, "c")]
    public void An_exclusive_gateway_takes_the_first_flow_that_holds_else_the_default(int gasten, string verwacht) => Assert.Equal(verwacht,
        Proef.Begin("start s, xor x, user a, user b, user c", "s>x, x>c*, x>a:gasten < 3, x>b:gasten < 8", new { gasten }).Waar);

    [Fact]
    public void Without_a_flow_that_holds_the_instance_is_an_incident_that_can_be_resumed()
    {
        var proef = Proef.Begin("start s, user u, xor x, user a, user b", "s>u, u>x, x>a:gasten = 1, x>b:gasten = 2");
        proef.Voltooi("u");
        Assert.Equal(InstantieStatus.Incident, proef.Staat.Status);
        Assert.Equal("geen-uitweg", Assert.Single(proef.Staat.Tokens).Fout!.Code);

        proef.Doe(new Gebeurtenis.IncidentenHervat());
        Assert.Equal("x", proef.Waar);
    }

    [Fact]
    public void A_parallel_gateway_splits_and_joins()
    {
        var proef = Proef.Begin("start s, and v, user a, service b, user c, and j, user d, end e", "s>v, v>a, v>b, v>c, a>j, b>j, c>j, j>d, d>e");
        Assert.Equal("a b c", proef.Waar);
        Assert.Equal("a c j", proef.Voltooi("b").Waar);
        Assert.Equal("c j j", proef.Voltooi("a").Waar);
        Assert.Equal(InstantieStatus.Actief, proef.Staat.Status);
        Assert.Equal("d", proef.Voltooi("c").Waar);
        Assert.Equal(InstantieStatus.Voltooid, proef.Voltooi("d").Staat.Status);
    }

    [Fact]
    public void A_join_counts_flows_not_tokens()
    {
        // a leads to the join twice, by an implicit merge before it; the join still wants c.
        var proef = Proef.Begin("start s, and v, user a, user b, user c, task m, and j, end e", "s>v, v>a, v>b, v>c, a>m, b>m, m>j, c>j, j>e");
        Assert.Equal("b c j", proef.Voltooi("a").Waar);
        Assert.Equal("c j j", proef.Voltooi("b").Waar);
        Assert.Equal("j", proef.Voltooi("c").Waar);
        Assert.Equal(InstantieStatus.Incident, proef.Staat.Status);
    }

    [Fact]
    public void An_activity_with_several_incoming_flows_merges_without_waiting()
    {
        var proef = Proef.Begin("start s, and v, user a, user b, user c, end e", "s>v, v>a, v>b, a>c, b>c, c>e");
        Assert.Equal("b c", proef.Voltooi("a").Waar);
        Assert.Equal("c c", proef.Voltooi("b").Waar);
        proef.Voltooi("c");
        Assert.Equal(InstantieStatus.Actief, proef.Staat.Status);
        Assert.Equal(InstantieStatus.Voltooid, proef.Voltooi("c").Staat.Status);
    }

    [Fact]
    public void A_loop_gives_each_round_a_number_of_its_own()
    {
        var proef = Proef.Begin("start s, service a, user u, xor x, end e", "s>a, a>u, u>x, x>e:klaar, x>a*");
        var nummers = new List<long>();
        for (var ronde = 0; ronde < 3; ronde++)
        {
            nummers.Add(Assert.Single(proef.Staat.Tokens).Nummer);
            proef.Voltooi("a").Voltooi("u", new { klaar = ronde == 2 });
        }
        Assert.Equal(3, nummers.Distinct().Count());
        Assert.Equal(InstantieStatus.Voltooid, proef.Staat.Status);
    }

    [Fact]
    public void A_circle_without_a_wait_state_becomes_an_incident_instead_of_running_for_ever()
    {
        var proef = Proef.Begin("start s, xor x, task t, end e", "s>x, x>e:klaar, x>t*, t>x");
        Assert.Equal(InstantieStatus.Incident, proef.Staat.Status);
        Assert.Equal("oneindige-lus", Assert.Single(proef.Staat.Tokens).Fout!.Code);
    }

    [Fact]
    public void A_terminate_end_closes_all_other_tasks()
    {
        var proef = Proef.Begin("start s, and v, user a, user b, service c, stop t, end e", "s>v, v>a, v>b, v>c, a>t, b>e, c>e");
        proef.Voltooi("a");
        Assert.Equal(InstantieStatus.Voltooid, proef.Staat.Status);
        Assert.Empty(proef.Staat.Tokens);
        Assert.Equal([true, false], proef.Opdrachten.Cast<Opdracht.TaakGesloten>().Select(t => t.Voltooid));
        Assert.Throws<GebeurtenisPastNiet>(() => proef.Doe(new Gebeurtenis.DienstGelukt(3)));
    }

    [Fact]
    public void A_terminate_end_in_the_step_that_opens_a_task_leaves_no_task()
    {
        var proef = Proef.Begin("start s, and v, user a, service b, stop t", "s>v, v>a, v>b, v>t, a>t, b>t");
        Assert.Equal(InstantieStatus.Voltooid, proef.Staat.Status);
        Assert.Empty(proef.Opdrachten);
    }

    [Fact]
    public void An_activity_with_several_outgoing_flows_takes_all_that_hold()
    {
        var proef = Proef.Begin("start s, user u, user a, user b, user c", "s>u, u>a, u>b:ja, u>c:nee");
        Assert.Equal("a b", proef.Voltooi("u", new { ja = true, nee = false }).Waar);
    }

    [Fact]
    public void A_task_is_completed_once_and_by_whoever_claimed_it()
    {
        var proef = Proef.Begin("start s, user u, user v, end e", "s>u, u>v, v>e");
        proef.Doe(new Gebeurtenis.TaakGeclaimd(1, "k.osman"));
        Assert.Equal("taak-van-ander", Assert.Throws<GebeurtenisPastNiet>(() => proef.Voltooi("u")).Code);
        proef.Doe(new Gebeurtenis.TaakVoltooid(1, "k.osman", Proef.Json(null)));
        Assert.Equal("taak-gesloten", Assert.Throws<GebeurtenisPastNiet>(() => proef.Doe(new Gebeurtenis.TaakVoltooid(1, "k.osman", Proef.Json(null)))).Code);
    }

    [Fact]
    public void A_failed_call_waits_for_its_retry_and_then_for_an_administrator()
    {
        var proef = Proef.Begin("start s, service a, end e", "s>a, a>e");
        var fout = new Fout("onbereikbaar", "");
        proef.Doe(new Gebeurtenis.DienstMislukt(1, fout, DateTimeOffset.UnixEpoch.AddSeconds(1)));
        Assert.Equal(InstantieStatus.Actief, proef.Staat.Status);
        proef.Doe(new Gebeurtenis.DienstHervat(1, 1));
        Assert.Equal(2, proef.Staat.Tokens[0].Pogingen);
        proef.Doe(new Gebeurtenis.DienstMislukt(1, fout, null));
        Assert.Equal(InstantieStatus.Incident, proef.Staat.Status);
        proef.Doe(new Gebeurtenis.IncidentenHervat());
        Assert.Equal(InstantieStatus.Actief, proef.Staat.Status);
        Assert.True(proef.Staat.Tokens[0].IsAanDeBeurt(DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void Of_two_that_resume_the_same_call_one_has_it()
    {
        var proef = Proef.Begin("start s, service a, end e", "s>a, a>e");
        proef.Doe(new Gebeurtenis.DienstHervat(1, 1));
        Assert.Equal("dienst-bezet", Assert.Throws<GebeurtenisPastNiet>(() => proef.Doe(new Gebeurtenis.DienstHervat(1, 1))).Code);
    }

    [Fact]
    public void Breaking_off_closes_the_tasks_and_keeps_the_reason()
    {
        var proef = Proef.Begin("start s, user u, end e", "s>u, u>e").Doe(new Gebeurtenis.Afgebroken(new Fout("ingetrokken", "Op verzoek.")));
        Assert.Equal(InstantieStatus.Afgebroken, proef.Staat.Status);
        Assert.Equal("ingetrokken", proef.Staat.Reden!.Code);
        Assert.False(Assert.IsType<Opdracht.TaakGesloten>(Assert.Single(proef.Opdrachten)).Voltooid);
    }
}
