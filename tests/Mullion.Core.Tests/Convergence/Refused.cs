using Mullion.Core.Convergence.Runs;
using Mullion.Core.Findings;

namespace Mullion.Core.Tests.Convergence;

/// <summary>What every refusal has in common.</summary>
internal static class Refused
{
    public static Lab.SwarmManager.Model.SwarmModel OtherSwarm(Bed bed, string address) =>
        Bed.NewSwarm(
            bed.Clock,
            Lab.SwarmManager.Model.ClusterAuthority.Create(bed.Clock.GetUtcNow()),
            address,
            seed: 2
        );

    /// <summary>Exactly one refusal, which the run repeats, and a host on which nothing has happened.</summary>
    public static async Task<Finding> ByAsync(Bed bed, string id, params string[] words)
    {
        var before = bed.Snapshot();
        var nodes = await bed.NodesAsync();

        var refusal = (await bed.PlanAsync()).Plan.Refusals.ShouldHaveSingleItem();
        var result = await bed.ApplyAsync();

        refusal.Id.ShouldBe(id);
        refusal.Fix.ShouldNotBeNullOrEmpty();
        foreach (var word in words)
        {
            refusal.Message.ShouldContain(word);
        }

        result.Status.ShouldBe(RunStatus.Refused);
        result.Message.ShouldBe(refusal.Message);
        result.Fix.ShouldBe(refusal.Fix);
        result.Steps.ShouldBeEmpty();
        before.Diff(bed.Snapshot()).ShouldBeEmpty();
        (await bed.NodesAsync()).ShouldBe(nodes, new SameNode());
        return refusal;
    }

    private sealed class SameNode : IEqualityComparer<Orchestrators.NodeStatus>
    {
        public bool Equals(Orchestrators.NodeStatus? x, Orchestrators.NodeStatus? y) =>
            x?.Id == y?.Id && x?.State == y?.State && x?.Availability == y?.Availability;

        public int GetHashCode(Orchestrators.NodeStatus obj) =>
            StringComparer.Ordinal.GetHashCode(obj.Id);
    }
}
