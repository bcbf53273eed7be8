using Mullion.Core.Convergence.Runs;
using Mullion.Core.Resources;

namespace Mullion.Core.Tests.Convergence;

public sealed class SegmentsTests
{
    private static readonly IReadOnlyList<Resource> Worker = Samples.Blueprint().Resources;

    [Fact]
    public void Making_so_prepares_the_host_then_enters_then_joins_then_confirms()
    {
        var segments = Segments.Forward(Worker);

        segments
            .Select(s => s[0].Side)
            .ShouldBe([Side.Host, Side.Cluster, Side.Host, Side.Cluster]);
        segments[1].Select(r => r.Id).ShouldBe(["cluster-node/win-1"]);
        segments[2].Select(r => r.Id).ShouldBe(["swarm-membership/shop"]);
    }

    [Fact]
    public void Taking_back_drains_leaves_deletes_and_only_then_takes_the_host_back()
    {
        var ids = Segments.Backward(Worker).Select(s => s.Select(r => r.Id).ToList()).ToList();

        ids[0].ShouldBe(["node-label/win-1/rack", "node-ready/win-1"]);
        ids[1].First().ShouldStartWith("windows/"); // requirements are nobody's dependants, and nothing to take back
        ids.Select(s => s.IndexOf("swarm-membership/shop"))
            .ToList()
            .FindIndex(i => i >= 0)
            .ShouldBe(1);
        ids.FindIndex(s => s.Contains("cluster-node/win-1")).ShouldBe(2);
        ids.FindIndex(s => s.Contains("service/docker")).ShouldBe(3);
        ids[3].IndexOf("service/docker").ShouldBeLessThan(ids[3].IndexOf("engine-package/docker"));
    }

    [Fact]
    public void Every_resource_is_in_exactly_one_segment_after_all_it_needs()
    {
        var seen = new HashSet<string>();
        foreach (var resource in Segments.Forward(Worker).SelectMany(s => s))
        {
            resource.After.ShouldAllBe(a => seen.Contains(a));
            seen.Add(resource.Id).ShouldBeTrue();
        }

        seen.Count.ShouldBe(Worker.Count);
    }
}
