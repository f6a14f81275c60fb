using System.Diagnostics;
using Meent.Integration.Poort;

namespace Meent.Integration.Tests.Poort;

public sealed class TracePropagatorTests
{
    private const string Vrager = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Fact]
    public void The_action_that_asked_stays_the_parent_over_a_hop()
    {
        using var hop = new Activity("hop").SetIdFormat(ActivityIdFormat.W3C).Start();
        Assert.Equal(Vrager, Door(hop, Vrager));
    }

    [Fact]
    public void Without_one_the_hop_itself_begins_the_trace()
    {
        using var hop = new Activity("hop").SetIdFormat(ActivityIdFormat.W3C).Start();
        Assert.Equal(hop.Id, Door(hop, null));
    }

    private static string Door(Activity hop, string? traceparent)
    {
        using var request = new HttpRequestMessage();
        if (traceparent is not null) request.Headers.Add("traceparent", traceparent);
        new TracePropagator().Inject(hop, request, static (drager, naam, waarde) => ((HttpRequestMessage)drager!).Headers.Add(naam, waarde));
        return string.Join(' ', request.Headers.GetValues("traceparent"));
    }
}
